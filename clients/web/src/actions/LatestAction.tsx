import { Group, Progress, Stack, Text } from '@mantine/core';
import type { ServerAction } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { LiveMark } from '../live/LiveMark';
import { Section } from '../ui/Section';
import { ActionBadge } from './ActionBadge';
import { ActionSteps } from './ActionSteps';
import classes from './actions.module.css';
import { hasEnded } from './progress';
import { useActionName } from './useActionName';

const COLOURS: Partial<Record<ServerAction['state'], string>> = {
  succeeded: 'green',
  failed: 'red',
  'timed-out': 'yellow',
  cancelled: 'gray',
};

/** The server's newest action as it goes on, or how it ended. */
export function LatestAction({ action, mayOperate }: { action: ServerAction; mayOperate: boolean }) {
  const { t, format } = useI18n();
  const name = useActionName()(action.type);
  const running = !hasEnded(action.state);
  const shown = action.state === 'succeeded' ? 100 : action.progress;
  return (
    <Section heading={t(running ? 'action.underWay' : 'action.latest')} aside={running && <LiveMark />}>
      <Stack gap="sm">
        <Group gap="sm" aria-live="polite">
          <Text fw={600}>{name}</Text>
          <ActionBadge state={action.state} />
          {running && (
            <Text c="dimmed" size="sm">
              {t('action.goOn')}
            </Text>
          )}
        </Group>
        <Group gap="md" wrap="nowrap">
          <Progress
            className={classes.bar}
            value={shown}
            size="lg"
            color={COLOURS[action.state] ?? 'petrol'}
            striped={running}
            animated={running}
            aria-label={t('action.progressOf', { name })}
          />
          <span className={classes.percent}>{format.percent(shown)}</span>
        </Group>
        {action.error && <Text className={classes.reason}>{action.error.detail || action.error.code}</Text>}
        <Text size="sm" c="dimmed">
          {t('action.requestedAt', { time: format.moment(action.requestedAt) })}
          {action.finishedAt && ` · ${t('action.finishedAt', { time: format.moment(action.finishedAt) })}`}
        </Text>
        {mayOperate && <ActionSteps action={action} />}
      </Stack>
    </Section>
  );
}
