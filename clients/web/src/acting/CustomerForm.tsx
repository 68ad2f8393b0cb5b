import { Button, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { get } from '../api/client';
import { asProblem, NOT_GRANTED } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import classes from './acting.module.css';
import { useActFor } from './useActing';

/** Asked before it is acted for, so that a slip of the pen leads nowhere. */
async function accountOf(handle: string) {
  const me = await get('/api/v1/me', { account: handle });
  return me.accounts.find((account) => account.handle === me.actingAccount);
}

/** Where the provider's staff say for which customer they act. */
export function CustomerForm() {
  const { t } = useI18n();
  const act = useActFor();
  const [handle, setHandle] = useState('');
  const search = useMutation({ mutationFn: accountOf, onSuccess: (account) => account && act(account) });
  const problem = search.error && asProblem(search.error);
  const missing = problem?.code === NOT_GRANTED;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (handle.trim()) search.mutate(handle.trim().toLowerCase());
  };

  return (
    <Section heading={t('switch.customer')}>
      <Text c="dimmed" mb="md">
        {t('switch.customerHint')}
      </Text>
      <form className={classes.customer} onSubmit={submit}>
        <TextInput
          label={t('switch.handle')}
          placeholder="xx11111-mo"
          autoComplete="off"
          spellCheck={false}
          translate="no"
          value={handle}
          error={missing && t('switch.noCustomer')}
          onChange={(event) => {
            setHandle(event.currentTarget.value);
            search.reset();
          }}
        />
        <Button type="submit" loading={search.isPending}>
          {t('switch.act')}
        </Button>
      </form>
      {problem && !missing && <ProblemNotice problem={problem} />}
    </Section>
  );
}
