import { Alert } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import { CheckIcon, InfoIcon, WarningIcon } from '../ui/icons';
import type { Protection } from './protection';

const LOOKS = {
  'password-only': { color: 'yellow', icon: <WarningIcon /> },
  'sms-only': { color: 'petrol', icon: <InfoIcon /> },
  'no-codes': { color: 'petrol', icon: <InfoIcon /> },
  'few-codes': { color: 'yellow', icon: <WarningIcon /> },
  good: { color: 'green', icon: <CheckIcon /> },
};

/** How well the log-in is protected, and what would help most. */
export function Advice({ protection }: { protection: Protection }) {
  const { t } = useI18n();
  return (
    <Alert variant="light" role="note" title={t(`security.protection.${protection}`)} {...LOOKS[protection]}>
      {t(`security.advice.${protection}`)}
    </Alert>
  );
}
