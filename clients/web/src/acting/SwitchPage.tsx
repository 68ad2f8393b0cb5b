import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AccessFacts } from '../access/AccessFacts';
import { delegationsQuery } from '../access/queries';
import type { Question } from '../access/question';
import { QuestionWindow } from '../access/QuestionWindow';
import { actFor } from '../api/acting';
import { asProblem } from '../api/problem';
import { ME } from '../api/queryClient';
import type { AccessibleAccount, Delegation, Me } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { meQuery } from '../session/me';
import { sessionOf } from '../session/session';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { StateBadge } from '../ui/StateBadge';
import { Waiting } from '../ui/Waiting';
import classes from './acting.module.css';
import { CustomerForm } from './CustomerForm';
import { useActFor, useActing } from './useActing';

/** Every account that the user can act for, one's own first. It needs no account, since it is where one is chosen. */
export function SwitchPage() {
  const { t } = useI18n();
  const { data: me, error, refetch } = useQuery(meQuery);
  const queries = useQueryClient();
  const { account: acted } = useActing();
  const [question, ask] = useState<Question>();

  const left = (answered: Question) => {
    if (answered.kind !== 'leave') return;
    if (answered.account.handle === acted?.handle) actFor(undefined);
    void queries.invalidateQueries({ queryKey: ME });
  };

  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('switch.heading')} />
        <Text c="dimmed">{t('switch.explain')}</Text>
      </div>
      {!me && (error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={5} />)}
      {me && <Accounts me={me} ask={ask} />}
      {me?.accounts.some(mayActForCustomers) && <CustomerForm />}
      <QuestionWindow question={question} close={() => ask(undefined)} done={left} />
    </Stack>
  );
}

const mayActForCustomers = ({ permissions, services }: AccessibleAccount) =>
  services === 'all' && permissions.includes('customers:act');

function Accounts({ me, ask }: { me: Me; ask: (question: Question) => void }) {
  const { t } = useI18n();
  const { data: delegations } = useQuery(delegationsQuery);
  const present = sessionOf(me)?.handle;
  const accounts = [...me.accounts.filter(({ own }) => own), ...me.accounts.filter(({ own }) => !own)];
  return (
    <>
      {!present && <Text>{t('switch.noOwn')}</Text>}
      <ul id="accounts" tabIndex={-1} className={classes.accounts} aria-label={t('switch.accounts')}>
        {accounts.map((account) => (
          <OneAccount
            key={account.handle}
            account={account}
            delegation={delegations?.items.find((one) => one.account === account.handle)}
            present={account.handle === present}
            ask={ask}
          />
        ))}
      </ul>
      {accounts.length === 1 && accounts[0]?.own && <Text c="dimmed">{t('switch.ownOnly')}</Text>}
    </>
  );
}

interface Props {
  account: AccessibleAccount;
  /** What is known of a delegated one beyond its permissions, once it is. */
  delegation: Delegation | undefined;
  /** Whether it is acted for now. */
  present: boolean;
  ask: (question: Question) => void;
}

function OneAccount({ account, delegation, present, ask }: Props) {
  const { t } = useI18n();
  const act = useActFor();
  const { name, handle, own } = account;
  const id = account.delegation ?? delegation?.id;
  return (
    <li className={classes.account} data-present={present} aria-current={present ? 'true' : undefined}>
      <div className={classes.what}>
        <Group gap="0.25rem 0.6rem">
          <Text component="h2" fw={600} size="lg">
            {name}
          </Text>
          <Text span c="dimmed" translate="no">
            {handle}
          </Text>
          {account.staff && <StateBadge color="yellow">{t('switch.asStaff')}</StateBadge>}
          {own && <StateBadge color="gray">{t('switch.own')}</StateBadge>}
          {present && <StateBadge color="petrol">{t('switch.present')}</StateBadge>}
        </Group>
        <AccessFacts access={{ ...account, endsAt: delegation?.endsAt }} since={delegation?.since} counted />
      </div>
      <Group gap="xs" className={classes.actions}>
        {!present && (
          <Button aria-label={t('switch.actFor', { name })} onClick={() => act(own ? undefined : account)}>
            {t(own ? 'acting.back' : 'switch.act')}
          </Button>
        )}
        {!own && id && (
          <Button
            variant="subtle"
            color="red"
            aria-label={t('switch.leaveOf', { name })}
            onClick={() => ask({ kind: 'leave', account, delegation: id })}
          >
            {t('switch.leave')}
          </Button>
        )}
      </Group>
    </li>
  );
}
