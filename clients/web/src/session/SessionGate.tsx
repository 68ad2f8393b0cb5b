import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Navigate, useLocation, useNavigate, useOutlet } from 'react-router';
import { SWITCH_PAGE } from '../acting/address';
import { useActing } from '../acting/useActing';
import { accessEnded, type ActedFor, takeEnded } from '../api/acting';
import { asProblem } from '../api/problem';
import { ME } from '../api/queryClient';
import type { Me } from '../api/types';
import { Frame } from '../frame/Frame';
import { QuietFrame } from '../frame/QuietFrame';
import { useI18n } from '../i18n/I18n';
import { INVITATION_PAGE } from '../invitation/address';
import { ProblemNotice } from '../ui/ProblemNotice';
import { usePopUps } from '../ui/usePopUps';
import { Waiting } from '../ui/Waiting';
import { LandingPage } from './LandingPage';
import { meQuery } from './me';
import { PreparingPage } from './PreparingPage';
import { SessionContext, sessionOf } from './session';

/** Everything that is shown is for one account: with another one it begins anew, its push stream included. */
export function SessionGate() {
  const { account, ended } = useActing();
  const { t } = useI18n();
  const popUps = usePopUps();
  const navigate = useNavigate();

  useEffect(() => {
    const gone = takeEnded();
    if (!gone) return;
    notifications.clean();
    popUps.failed('acting', t('acting.endedHeading'), t('acting.ended', { ...gone }));
    void navigate('/');
  }, [ended, popUps, t, navigate]);

  return <Gate key={account?.handle ?? ''} acted={account} />;
}

/**
 * Decides what the visitor sees: the landing page, "being prepared", or the portal. Without a session the frame stays the
 * same from the first moment on, so that a menu opened early doesn't close when the answer comes.
 */
function Gate({ acted }: { acted: ActedFor | undefined }) {
  const me = useQuery(meQuery);
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const { profileSays } = useI18n();
  const session = useMemo(() => (me.data ? sessionOf(me.data) : undefined), [me.data]);
  const language = me.data?.user.language;
  const loggedOut = me.data === null;
  const lost = acted !== undefined && me.data?.accounts.every(({ handle }) => handle !== acted.handle);

  useEffect(() => {
    if (language) profileSays(language);
  }, [language, profileSays]);

  useEffect(() => {
    if (loggedOut) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
  }, [loggedOut, queries]);

  useEffect(() => {
    if (lost) accessEnded();
  }, [lost]);

  if (session && pathname !== INVITATION_PAGE) {
    return (
      <SessionContext value={session}>
        <Frame />
      </SessionContext>
    );
  }
  const quiet = () => {
    if (me.data) return <WithoutAccount me={me.data} />;
    if (loggedOut) return <LandingPage />;
    if (me.error) return <ProblemNotice problem={asProblem(me.error)} retry={() => me.refetch()} />;
    return <Waiting lines={3} />;
  };
  return <QuietFrame user={me.data?.user}>{quiet()}</QuietFrame>;
}

/** For somebody who is logged in and acts for no account, or not on this page: some pages need none. */
function WithoutAccount({ me }: { me: Me }) {
  const { pathname } = useLocation();
  const page = useOutlet() ?? <Waiting lines={3} />;
  if (pathname === INVITATION_PAGE) return page;
  if (me.accounts.length === 0) return <PreparingPage />;
  return pathname === SWITCH_PAGE ? page : <Navigate to={SWITCH_PAGE} replace />;
}
