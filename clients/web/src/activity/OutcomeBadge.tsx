import { Badge } from '@mantine/core';
import type { Outcome } from '../api/types';
import { useI18n } from '../i18n/I18n';

const COLOURS: Record<Outcome, string> = { succeeded: 'green', refused: 'yellow', failed: 'red', unknown: 'gray' };

/** How an action went, by colour and by word. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { t } = useI18n();
  return (
    <Badge color={COLOURS[outcome]} variant="light" size="lg" fz="xs" fw={600} tt="none">
      {t(`activity.outcome.${outcome}`)}
    </Badge>
  );
}
