import { Button, Group, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem';
import type { Invitation } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { StateBadge } from '../ui/StateBadge';
import { Empty } from '../ui/Empty';
import { MailIcon } from '../ui/icons';
import { MoreOfList } from '../ui/MoreOfList';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Row, Rows } from '../ui/Row';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';
import classes from './access.module.css';
import { AccessFacts } from './AccessFacts';
import { invitationsQuery } from './queries';
import type { Question } from './question';

interface Props {
  ask: (question: Question) => void;
}

/** The invitations that nobody has accepted yet. */
export function Invitations({ ask }: Props) {
  const { t } = useI18n();
  const list = useInfiniteQuery(invitationsQuery);
  const invitations = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const content = () => {
    if (!list.data) {
      if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
      return <Waiting lines={3} />;
    }
    if (invitations.length === 0) return <Empty text={t('users.noInvitations')} hint={t('users.noInvitationsHint')} />;
    return (
      <Stack>
        <Rows>
          {invitations.map((invitation) => (
            <OneInvitation key={invitation.id} invitation={invitation} ask={ask} />
          ))}
        </Rows>
        <MoreOfList list={list} end={t('users.invitationsEnd')} />
      </Stack>
    );
  };
  return (
    <div id="invitations" tabIndex={-1} className={classes.landing}>
      <Section heading={t('users.invitations')}>{content()}</Section>
    </div>
  );
}

function OneInvitation({ invitation, ask }: Props & { invitation: Invitation }) {
  const { t, format } = useI18n();
  const { email, state, sentAt, expiresAt } = invitation;
  const pending = state === 'pending';
  return (
    <Row
      icon={<MailIcon />}
      name={<span translate="no">{email}</span>}
      badge={<StateBadge color={pending ? 'petrol' : 'yellow'}>{t(`users.invitation.${state}`)}</StateBadge>}
      hint={t(pending ? 'users.sentUntil' : 'users.sentExpired', {
        sent: format.moment(sentAt),
        until: format.moment(expiresAt),
      })}
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            aria-label={t('users.resendOf', { email })}
            onClick={() => ask({ kind: 'resend', invitation })}
          >
            {t('users.resend')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            aria-label={t('users.withdrawOf', { email })}
            onClick={() => ask({ kind: 'withdraw', invitation })}
          >
            {t('users.withdraw')}
          </Button>
        </Group>
      }
    >
      <AccessFacts access={invitation} />
    </Row>
  );
}
