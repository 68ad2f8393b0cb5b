import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AccountUser } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { StateBadge } from '../ui/StateBadge';
import { useSession } from '../session/session';
import { PersonIcon } from '../ui/icons';
import { Row } from '../ui/Row';
import { ListOfRows } from '../ui/ListOfRows';
import { Section } from '../ui/Section';
import classes from './access.module.css';
import { AccessFacts } from './AccessFacts';
import { usersQuery } from './queries';
import type { Question } from './question';

interface Props {
  change: (user: AccountUser) => void;
  ask: (question: Question) => void;
}

/** Who may act for the account, its owner first. */
export function Users({ change, ask }: Props) {
  const { t } = useI18n();
  const list = useInfiniteQuery(usersQuery);
  const known = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const users = [...known.filter(({ owner }) => owner), ...known.filter(({ owner }) => !owner)];
  return (
    <div id="users" tabIndex={-1} className={classes.landing}>
      <Section heading={t('users.list')}>
        <ListOfRows list={list} items={users} lines={4} end={t(users.length > 1 ? 'users.end' : 'users.alone')}>
          {(user) => <OneUser key={user.id} user={user} change={change} ask={ask} />}
        </ListOfRows>
      </Section>
    </div>
  );
}

function OneUser({ user, change, ask }: Props & { user: AccountUser }) {
  const { t } = useI18n();
  const session = useSession();
  const { name, email, owner } = user;
  const oneself = user.id === session.user.id;
  return (
    <Row
      icon={<PersonIcon />}
      name={name}
      badge={
        <Group gap="xs">
          {owner && <StateBadge color="petrol">{t('users.owner')}</StateBadge>}
          {oneself && <StateBadge color="gray">{t('users.you')}</StateBadge>}
        </Group>
      }
      hint={<span translate="no">{email}</span>}
      actions={
        // Nobody changes what the owner may do, or what they may do themselves.
        !owner &&
        !oneself && (
          <Group gap="xs">
            <Button variant="default" aria-label={t('users.changeOf', { name })} onClick={() => change(user)}>
              {t('users.change')}
            </Button>
            <Button
              variant="subtle"
              color="red"
              aria-label={t('users.revokeOf', { name })}
              onClick={() => ask({ kind: 'revoke', user })}
            >
              {t('users.revoke')}
            </Button>
          </Group>
        )
      }
    >
      <AccessFacts access={user} since={user.since} used={user.lastUsedAt ?? null} />
    </Row>
  );
}
