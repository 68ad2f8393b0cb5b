import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { put } from '../api/client';
import { asProblem } from '../api/problem';
import type { AccountUser } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice';
import { usePopUps } from '../ui/usePopUps';
import { AccessFields } from './AccessFields';
import { ACCESS } from './queries';
import { isAboutNoField, useAccessForm } from './useAccessForm';
import { accessOf, type AccessWish, wishOf } from './wish';

interface Props {
  user: AccountUser | undefined;
  close: () => void;
}

/** Changes what somebody may do. It counts at once, also where they are at work. */
export function ChangeWindow({ user, close }: Props) {
  const { t } = useI18n();
  // While the window closes softly it still says what it was about.
  const last = useRef(user);
  if (user) last.current = user;
  const changed = last.current;
  return (
    <Modal
      opened={user !== undefined}
      onClose={close}
      title={changed && t('users.changeOf', { name: changed.name })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="lg"
      centered
    >
      {changed && <ChangeForm key={changed.id} user={changed} close={close} />}
    </Modal>
  );
}

function ChangeForm({ user, close }: { user: AccountUser; close: () => void }) {
  const { t } = useI18n();
  const access = useAccessForm(wishOf(user));
  const change = useChangeAccess(user);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (access.complete()) change.mutate(access.wish, { onSuccess: close, onError: access.refused });
  };

  return (
    <form ref={access.form} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <Text c="dimmed" translate="no">
          {user.email}
        </Text>
        <AccessFields access={access} />
        {change.error && isAboutNoField(change.error) && <ProblemNotice problem={asProblem(change.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('account.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useChangeAccess({ id, name, endsAt }: AccountUser) {
  const { t } = useI18n();
  const popUps = usePopUps();
  const queries = useQueryClient();
  const popUp = `access-${id}`;
  return useMutation({
    mutationFn: (wish: AccessWish) => put('/api/v1/users/{id}', accessOf(wish, endsAt), { params: { id } }),
    onMutate: () => popUps.started(popUp, t('users.changing', { name })),
    onSuccess: () => popUps.succeeded(popUp, t('users.changed', { name })),
    onError: (error) => popUps.failed(popUp, t('users.notChanged', { name }), sentenceOf(asProblem(error), t)),
    onSettled: () => queries.invalidateQueries({ queryKey: ACCESS }),
  });
}
