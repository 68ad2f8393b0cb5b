import { Badge } from '@mantine/core';
import type { TextKey } from '../i18n/fr';
import { useI18n } from '../i18n/I18n';
import classes from './services.module.css';

const COLOURS: Record<string, string> = {
  active: 'green',
  provisioning: 'violet',
  suspended: 'yellow',
  cancelled: 'gray',
};

/** Where a service stands, by colour and by word, and beside it whether its payment is late. */
export function StatusBadges({ status, overdue }: { status: string; overdue: boolean }) {
  const { t } = useI18n();
  const look = { variant: 'light', size: 'lg', fz: 'xs', fw: 600, tt: 'none' } as const;
  return (
    <span className={classes.badges}>
      <Badge color={COLOURS[status] ?? 'gray'} {...look}>
        {status in COLOURS ? t(`status.${status}` as TextKey) : status}
      </Badge>
      {overdue && (
        <Badge color="red" {...look}>
          {t('status.overdue')}
        </Badge>
      )}
    </span>
  );
}
