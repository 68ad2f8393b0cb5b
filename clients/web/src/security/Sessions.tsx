import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { LogInSession } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { useLogOut } from '../session/useLogOut';
import { ComputerIcon, PhoneIcon, TerminalIcon } from '../ui/icons';
import { Row } from '../ui/Row';
import { ListOfRows } from '../ui/ListOfRows';
import { Section } from '../ui/Section';
import { deviceOf, nameOf, placeOf } from './device';
import { sessionsQuery } from './queries';
import classes from './security.module.css';
import { StateBadge } from '../ui/StateBadge';
import type { Wish } from './wish';

interface Props {
  ask: (wish: Wish) => void;
}

const ICONS = { terminal: <TerminalIcon />, phone: <PhoneIcon />, computer: <ComputerIcon /> };

/** Where one is logged in, this session first; each of the others can be ended, or all at once. */
export function Sessions({ ask }: Props) {
  const { t } = useI18n();
  const list = useInfiniteQuery(sessionsQuery);
  const known = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const others = known.filter(({ current }) => !current);
  const sessions = [...known.filter(({ current }) => current), ...others];

  const endAll = (
    <Button variant="default" onClick={() => ask({ kind: 'end-other-sessions', id: '' })}>
      {t('security.endOthers')}
    </Button>
  );
  return (
    <div id="sessions" tabIndex={-1} className={classes.landing}>
      <Section heading={t('security.sessions')} aside={others.length > 0 && endAll}>
        <Text c="dimmed" mb="md">
          {t('security.sessionsExplain')}
        </Text>
        <ListOfRows
          list={list}
          items={sessions}
          lines={4}
          end={t(others.length > 0 ? 'security.sessionsEnd' : 'security.noOthers')}
        >
          {(session) => <OneSession key={session.id} session={session} ask={ask} />}
        </ListOfRows>
      </Section>
    </div>
  );
}

function OneSession({ session, ask }: Props & { session: LogInSession }) {
  const { t, format } = useI18n();
  const logOut = useLogOut();
  const name = nameOf(session, t);
  return (
    <Row
      icon={ICONS[deviceOf(session)]}
      name={name}
      badge={session.current && <StateBadge color="petrol">{t('security.thisSession')}</StateBadge>}
      hint={<span translate="no">{placeOf(session)}</span>}
      actions={
        session.current ? (
          <Button variant="default" onClick={() => void logOut()}>
            {t('nav.logOut')}
          </Button>
        ) : (
          <Button
            variant="default"
            aria-label={t('security.endOf', { name })}
            onClick={() => ask({ kind: 'end-session', id: session.id })}
          >
            {t('security.end')}
          </Button>
        )
      }
    >
      <div className={classes.times}>
        <span>{t('security.lastUsed', { time: format.moment(session.lastUsedAt) })}</span>
        <span>{t('security.startedAt', { time: format.moment(session.startedAt) })}</span>
      </div>
    </Row>
  );
}
