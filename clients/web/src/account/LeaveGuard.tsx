import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useI18n } from '../i18n/I18n';

/** Asks before unsaved changes are left behind, inside the portal and when the page itself is closed. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const { t } = useI18n();
  const blocker = useBlocker(dirty);

  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  const stay = () => blocker.reset?.();
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={stay}
      title={t('account.leaveHeading')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      <Text>{t('account.leaveText')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('account.leave')}
        </Button>
        <Button onClick={stay} data-autofocus>
          {t('account.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
