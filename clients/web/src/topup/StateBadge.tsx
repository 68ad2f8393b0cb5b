import { Badge } from '@mantine/core';
import type { TopUpState } from '../api/types';
import { useI18n } from '../i18n/I18n';

const COLOURS: Record<TopUpState, string> = {
  requested: 'gray',
  pending: 'yellow',
  completed: 'green',
  failed: 'red',
  expired: 'gray',
  review: 'violet',
};

/** The state of a top-up, by colour and by word. */
export function StateBadge({ state }: { state: TopUpState }) {
  const { t } = useI18n();
  return (
    <Badge color={COLOURS[state]} variant="light" size="lg" fz="xs" fw={600} tt="none">
      {t(`topUp.state.${state}`)}
    </Badge>
  );
}
