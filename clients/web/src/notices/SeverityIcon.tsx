import { VisuallyHidden } from '@mantine/core';
import type { Severity } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { CheckIcon, InfoIcon, WarningIcon } from '../ui/icons';
import classes from './notices.module.css';

const ICONS = { info: InfoIcon, success: CheckIcon, warning: WarningIcon, error: WarningIcon };

/** How grave a notice is, by colour and shape, and by word for those who see neither. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  const { t } = useI18n();
  const Icon = ICONS[severity];
  return (
    <span className={classes.severity} data-severity={severity}>
      <Icon />
      <VisuallyHidden>{t(`notices.severity.${severity}`)}</VisuallyHidden>
    </span>
  );
}
