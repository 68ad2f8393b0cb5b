import { Badge } from '@mantine/core';
import type { Mail } from '../api/types';
import { useI18n } from '../i18n/I18n';

const COLOURS: Record<Mail['state'], string> = { waiting: 'yellow', sent: 'green', failed: 'red' };

/** Whether a mail has left, by colour and by word. */
export function MailStateBadge({ state }: { state: Mail['state'] }) {
  const { t } = useI18n();
  return (
    <Badge color={COLOURS[state]} variant="light" size="lg" fz="xs" fw={600} tt="none">
      {t(`emails.state.${state}`)}
    </Badge>
  );
}
