import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { asProblem } from '../api/problem';
import { ME } from '../api/queryClient';
import { Frame } from '../frame/Frame';
import { QuietFrame } from '../frame/QuietFrame';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { LandingPage } from './LandingPage';
import { meQuery } from './me';
import { PreparingPage } from './PreparingPage';
import { SessionContext, sessionOf } from './session';

/**
 * Decides what the visitor sees: the landing page, "being prepared", or the portal. Without a session the frame stays the
 * same from the first moment on, so that a menu opened early doesn't close when the answer comes.
 */
export function SessionGate() {
  const me = useQuery(meQuery);
  const queries = useQueryClient();
  const { profileSays } = useI18n();
  const session = useMemo(() => (me.data ? sessionOf(me.data) : undefined), [me.data]);
  const language = me.data?.user.language;
  const loggedOut = me.data === null;

  useEffect(() => {
    if (language) profileSays(language);
  }, [language, profileSays]);

  useEffect(() => {
    if (loggedOut) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
  }, [loggedOut, queries]);

  if (session) {
    return (
      <SessionContext value={session}>
        <Frame />
      </SessionContext>
    );
  }
  const quiet = () => {
    if (me.data) return <PreparingPage />;
    if (loggedOut) return <LandingPage />;
    if (me.error) return <ProblemNotice problem={asProblem(me.error)} retry={() => me.refetch()} />;
    return <Waiting lines={3} />;
  };
  return <QuietFrame>{quiet()}</QuietFrame>;
}
