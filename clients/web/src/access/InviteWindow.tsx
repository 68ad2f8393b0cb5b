import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { post } from '../api/client';
import { asProblem } from '../api/problem';
import { useWishKey } from '../api/useWishKey';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice';
import { usePopUps } from '../ui/usePopUps';
import { AccessFields } from './AccessFields';
import { ACCESS } from './queries';
import { isAboutNoField, useAccessForm } from './useAccessForm';
import { accessOf, type AccessWish, NOTHING } from './wish';

interface Props {
  opened: boolean;
  close: () => void;
}

/** The window of an invitation. Its form goes with it when it closes, so that the next one begins empty. */
export function InviteWindow({ opened, close }: Props) {
  const { t } = useI18n();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('users.invite')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="lg"
      centered
    >
      <InviteForm close={close} />
    </Modal>
  );
}

function InviteForm({ close }: { close: () => void }) {
  const { t } = useI18n();
  const { account } = useSession();
  const access = useAccessForm({ ...NOTHING, limited: account.services !== 'all' });
  const invite = useInvite();
  const { wish, complaints } = access;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (access.complete()) invite.mutate(wish, { onSuccess: close, onError: access.refused });
  };

  return (
    <form ref={access.form} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <div data-field="email">
          <TextInput
            type="email"
            label={t('access.email')}
            description={t('access.emailHint')}
            autoComplete="off"
            data-autofocus
            value={wish.email}
            error={complaints.email}
            onChange={(event) => access.change('email', { email: event.currentTarget.value })}
          />
        </div>
        <AccessFields access={access} />
        {invite.error && isAboutNoField(invite.error) && <ProblemNotice problem={asProblem(invite.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {t('users.sendInvitation')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const POP_UP = 'invite';

/** Sends an invitation. The same wish sent again carries the same idempotency key, so that nobody is invited twice. */
function useInvite() {
  const { t } = useI18n();
  const popUps = usePopUps();
  const queries = useQueryClient();
  const { keyOf, granted } = useWishKey();
  return useMutation({
    mutationFn: (wish: AccessWish) => {
      const body = { email: wish.email.trim(), ...accessOf(wish) };
      return post('/api/v1/invitations', body, { headers: { 'Idempotency-Key': keyOf(body) } });
    },
    onMutate: () => popUps.started(POP_UP, t('users.inviting')),
    onSuccess: (_, { email }) => {
      granted();
      popUps.succeeded(POP_UP, t('users.invited', { email: email.trim() }));
    },
    onError: (error) => popUps.failed(POP_UP, t('users.notInvited'), sentenceOf(asProblem(error), t)),
    onSettled: () => queries.invalidateQueries({ queryKey: ACCESS }),
  });
}
