import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Invitation } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { StateBadge } from '../ui/StateBadge';
import { Empty } from '../ui/Empty';
import { MailIcon } from '../ui/icons';
import { Row } from '../ui/Row';
import { ListOfRows } from '../ui/ListOfRows';
import { Section } from '../ui/Section';
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
  return (
    <div id="invitations" tabIndex={-1} className={classes.landing}>
      <Section heading={t('users.invitations')}>
        <ListOfRows
          list={list}
          items={invitations}
          lines={3}
          none={<Empty text={t('users.noInvitations')} hint={t('users.noInvitationsHint')} />}
          end={t('users.invitationsEnd')}
        >
          {(invitation) => <OneInvitation key={invitation.id} invitation={invitation} ask={ask} />}
        </ListOfRows>
      </Section>
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
