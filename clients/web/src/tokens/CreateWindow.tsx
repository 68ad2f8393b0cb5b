import { Alert, Button, Chip, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { WhatAndWhere } from '../access/AccessFields';
import { fieldOf } from '../access/period';
import { ACCESS } from '../access/queries';
import { isAboutNoField, useAccessForm } from '../access/useAccessForm';
import { post } from '../api/client';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { ProblemNotice } from '../ui/ProblemNotice';
import { bodyOf, lastDayAfter, missingInToken, newWish, PERIODS, type TokenWish } from './wish';

interface Props {
  opened: boolean;
  close: () => void;
}

/** The window of a new token. What it shows goes with it when it closes: the token is nowhere else. */
export function CreateWindow({ opened, close }: Props) {
  const { t } = useI18n();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('tokens.create')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      closeOnClickOutside={false}
      size="lg"
      centered
    >
      <Creation close={close} />
    </Modal>
  );
}

function Creation({ close }: { close: () => void }) {
  const [token, show] = useState<string>();
  return token ? <Shown token={token} close={close} /> : <Form created={show} close={close} />;
}

function Form({ created, close }: { created: (token: string) => void; close: () => void }) {
  const { t, format } = useI18n();
  const { account } = useSession();
  const form = useAccessForm<TokenWish>({ ...newWish(), limited: account.services !== 'all' }, missingInToken);
  const create = useCreate();
  const { wish, complaints, change } = form;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.complete()) create.mutate(wish, { onSuccess: ({ token }) => created(token), onError: form.refused });
  };

  return (
    <form ref={form.form} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <div data-field="name">
          <TextInput
            label={t('tokens.name')}
            description={t('tokens.nameHint')}
            autoComplete="off"
            maxLength={100}
            data-autofocus
            value={wish.name}
            error={complaints.name}
            onChange={(event) => change('name', { name: event.currentTarget.value })}
          />
        </div>
        <WhatAndWhere access={form} />
        <Stack gap="xs" data-field="expiresAt">
          <TextInput
            type="date"
            label={t('tokens.until')}
            description={t('tokens.untilHint')}
            min={fieldOf(new Date())}
            max={lastDayAfter(365)}
            value={wish.until}
            error={complaints.expiresAt}
            onChange={(event) => change('expiresAt', { until: event.currentTarget.value })}
          />
          <Chip.Group
            value={PERIODS.map(lastDayAfter).find((day) => day === wish.until) ?? ''}
            onChange={(day) => change('expiresAt', { until: String(day) })}
          >
            <Group gap="xs">
              {PERIODS.map((days) => (
                <Chip key={days} value={lastDayAfter(days)}>
                  {t('tokens.days', { count: format.number(days) })}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Stack>
        {create.error && isAboutNoField(create.error) && <ProblemNotice problem={asProblem(create.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('tokens.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Shown({ token, close }: { token: string; close: () => void }) {
  const { t } = useI18n();
  return (
    <Stack gap="lg">
      <Alert color="yellow" variant="light" role="status">
        {t('tokens.once')}
      </Alert>
      <TextInput
        label={t('tokens.token')}
        value={token}
        readOnly
        autoComplete="off"
        translate="no"
        styles={{ input: { fontFamily: 'monospace' } }}
        onFocus={(event) => event.currentTarget.select()}
        data-autofocus
      />
      <Text size="sm" c="dimmed">
        {t('tokens.use')} <code>Authorization: Bearer mo_…</code> · <code>moor login --token</code>
      </Text>
      <Group justify="flex-end">
        <CopyButton value={token}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'tokens.copied' : 'tokens.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={close}>{t('tokens.kept')}</Button>
      </Group>
    </Stack>
  );
}

/** Not repeated under an idempotency key: the answer to a repetition would be without the token. */
function useCreate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: TokenWish) => post('/api/v1/api-tokens', bodyOf(wish)),
    // The answer holds the token: nothing of it stays behind.
    gcTime: 0,
    onSettled: () => queries.invalidateQueries({ queryKey: ACCESS }),
  });
}
