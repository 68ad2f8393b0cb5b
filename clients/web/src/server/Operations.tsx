import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { anchorOf } from '../actions/anchor';
import { BusyNotice } from '../actions/BusyNotice';
import { useRequestAction } from '../actions/useAction';
import { useActionName } from '../actions/useActionName';
import { asProblem } from '../api/problem';
import type { ServerAction, Server } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { InfoIcon } from '../ui/icons';
import { Section } from '../ui/Section';
import { ConfirmWindow, type Confirmable } from './ConfirmWindow';
import type { Hindrance } from './operating';
import { ReinstallWindow } from './ReinstallWindow';

interface Props {
  server: Server;
  hindrance: Hindrance | undefined;
  running: ServerAction | undefined;
}

/** What can be done with the machine. Each answers at once; one at a time, so the others wait meanwhile. */
export function Operations({ server, hindrance, running }: Props) {
  const { t } = useI18n();
  const request = useRequestAction(server.number);
  const [confirming, setConfirming] = useState<Confirmable>();
  const [reinstalling, setReinstalling] = useState(false);
  if (hindrance) {
    return (
      <Section heading={t('server.operations')}>
        <Alert color="gray" variant="light" icon={<InfoIcon />}>
          {t(`server.hindrance.${hindrance}`)}
        </Alert>
      </Section>
    );
  }

  const waits = running !== undefined || request.isPending;
  const ask = (type: Confirmable) => (
    <Button key={type} variant="default" disabled={waits} onClick={() => setConfirming(type)}>
      {t(`server.do.${type}`)}
    </Button>
  );
  return (
    <Section heading={t('server.operations')}>
      <Stack>
        {running && <Waits action={running} />}
        <Group gap="sm">
          {server.power === 'on' ? (
            <>
              <Button disabled={waits} onClick={() => setConfirming('reboot')}>
                {t('server.do.reboot')}
              </Button>
              {ask('power-off')}
            </>
          ) : (
            <Button disabled={waits} onClick={() => request.mutate({ type: 'power-on' })}>
              {t('server.do.power-on')}
            </Button>
          )}
        </Group>
        <div>
          <Text fw={600} mb={4}>
            {t('server.rescue')}
          </Text>
          <Text size="sm" c="dimmed" mb="xs">
            {t(server.rescue ? 'server.inRescue' : 'server.rescueHint')}
          </Text>
          <Group gap="sm">{ask(server.rescue ? 'rescue-off' : 'rescue-on')}</Group>
        </div>
        <div>
          <Text fw={600} mb={4}>
            {t('server.reinstall')}
          </Text>
          <Text size="sm" c="dimmed" mb="xs">
            {t('server.reinstallHint')}
          </Text>
          <Button color="red" variant="light" disabled={waits} onClick={() => setReinstalling(true)}>
            {t('server.do.reinstall')}
          </Button>
        </div>
        {request.error && <BusyNotice problem={asProblem(request.error)} server={server.number} />}
      </Stack>
      <ConfirmWindow
        server={server}
        type={confirming}
        close={() => setConfirming(undefined)}
        confirm={(type) => request.mutate({ type })}
      />
      <ReinstallWindow
        server={server}
        opened={reinstalling}
        close={() => setReinstalling(false)}
        confirm={(image) => request.mutate({ type: 'reinstall', image })}
      />
    </Section>
  );
}

/** Why the buttons wait, and for what. */
function Waits({ action }: { action: ServerAction }) {
  const { t } = useI18n();
  const name = useActionName();
  return (
    <Text size="sm">
      {t('server.waits')}{' '}
      <Anchor component={Link} to={`#${anchorOf(action.id)}`} replace inherit>
        {name(action.type)}
      </Anchor>
    </Text>
  );
}
