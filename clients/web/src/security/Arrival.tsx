import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { CheckIcon, InfoIcon } from '../ui/icons';
import { outcomeIn, type Outcome, toSetUp } from './address';
import { isFresh } from './protection';
import { securityQuery } from './queries';
import classes from './security.module.css';
import { useWording } from './useWording';
import { type Wish, wishIn } from './wish';

const NAMES = ['done', 'cancelled', 'again', 'id'];

export interface Arrived {
  outcome?: Outcome | undefined;
  wish?: Wish | undefined;
}

/** With what somebody has come back from the log-in's pages, until it is forgotten. */
export function useArrived(): [Arrived, forget: () => void] {
  const [search, setSearch] = useSearchParams();
  const [arrived, setArrived] = useState<Arrived>(() => ({ outcome: outcomeIn(search), wish: wishIn(search) }));

  useEffect(() => {
    // What has been told once is not told again by "reload" or "back".
    if (!NAMES.some((name) => search.has(name))) return;
    const rest = new URLSearchParams(search);
    for (const name of NAMES) rest.delete(name);
    setSearch(rest, { replace: true, preventScrollReset: true });
  }, [search, setSearch]);

  return [arrived, () => setArrived({})];
}

interface Props {
  arrived: Arrived;
  ask: (wish: Wish) => void;
  forget: () => void;
}

/** Says what has come of a visit to those pages, or what its visitor wanted to do after it. */
export function Arrival({ arrived: { outcome, wish }, ask, forget }: Props) {
  if (outcome) return <Result outcome={outcome} close={forget} />;
  if (wish) return <GoOn wish={wish} ask={ask} close={forget} />;
  return null;
}

function Result({ outcome: { action, done }, close }: { outcome: Outcome; close: () => void }) {
  const { t, language } = useI18n();
  if (done) {
    return (
      <Notice color="green" icon={<CheckIcon />} close={close}>
        {t(`security.done.${action}`)}
      </Notice>
    );
  }
  return (
    <Notice color="gray" icon={<InfoIcon />} close={close}>
      {t('security.cancelled', { what: t(`security.name.${action}`) })}{' '}
      <Anchor href={toSetUp(action, language)} inherit c="inherit" underline="always">
        {t('security.startAgain')}
      </Anchor>
    </Notice>
  );
}

function GoOn({ wish, ask, close }: { wish: Wish; ask: (wish: Wish) => void; close: () => void }) {
  const { t, format } = useI18n();
  const { data: security } = useQuery(securityQuery);
  const wording = useWording()(wish);
  // Who left the log-in without logging in again finds things as they were; so does who has been granted the wish.
  if (!wording || !security?.freshUntil || !isFresh(security)) return null;
  return (
    <Notice color="petrol" icon={<InfoIcon />} title={t('security.freshNow')} close={close}>
      <Text>{t('security.freshUntil', { time: format.hour(security.freshUntil) })}</Text>
      <Text fw={600} mb="xs">
        {wording.title}
      </Text>
      <Button onClick={() => ask(wish)}>{wording.grant}</Button>
    </Notice>
  );
}

interface NoticeProps {
  color: string;
  icon: ReactNode;
  title?: string;
  close: () => void;
  children: ReactNode;
}

/** Takes the focus, so that it is read first by those who have just come here. */
function Notice({ children, close, ...look }: NoticeProps) {
  const { t } = useI18n();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <Alert
      ref={notice}
      tabIndex={-1}
      className={classes.landing}
      variant="light"
      role="status"
      withCloseButton
      closeButtonLabel={t('app.close')}
      onClose={close}
      {...look}
    >
      {children}
    </Alert>
  );
}
