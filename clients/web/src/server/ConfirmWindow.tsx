import { Button, Group, Modal, Text } from '@mantine/core';
import { useRef } from 'react';
import type { Server } from '../api/types';
import { useI18n } from '../i18n/I18n';

/** What interrupts the server's work, so that it is asked for twice. */
export type Confirmable = 'reboot' | 'power-off' | 'rescue-on' | 'rescue-off';

interface Props {
  server: Server;
  type: Confirmable | undefined;
  close: () => void;
  confirm: (type: Confirmable) => void;
}

export function ConfirmWindow({ server, type, close, confirm }: Props) {
  const { t } = useI18n();
  // While the window closes softly it still says what it was about.
  const last = useRef<Confirmable>('reboot');
  if (type) last.current = type;
  const asked = last.current;
  return (
    <Modal
      opened={type !== undefined}
      onClose={close}
      title={t(`server.ask.${asked}`, { number: server.number })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      <Text fw={600} mb="xs">
        {server.name}
      </Text>
      <Text>{t(`server.says.${asked}`)}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          {t('app.cancel')}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            confirm(asked);
            close();
          }}
        >
          {t(`server.do.${asked}`)}
        </Button>
      </Group>
    </Modal>
  );
}
