import { Badge } from '@mantine/core';
import type { ActionState } from '../api/types';
import { useI18n } from '../i18n/I18n';

const COLOURS: Record<ActionState, string> = {
  requested: 'gray',
  running: 'violet',
  succeeded: 'green',
  failed: 'red',
  cancelled: 'gray',
  'timed-out': 'yellow',
};

/** The state of an action, by colour and by word. */
export function ActionBadge({ state }: { state: ActionState }) {
  const { t } = useI18n();
  return (
    <Badge color={COLOURS[state]} variant="light" size="lg" fz="xs" fw={600} tt="none">
      {t(`action.state.${state}`)}
    </Badge>
  );
}
