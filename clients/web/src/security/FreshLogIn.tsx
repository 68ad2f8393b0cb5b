import { Alert } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import { LockIcon } from '../ui/icons';

/** Why a log-in comes first, and that what was wished for is not forgotten over it. */
export function FreshLogIn() {
  const { t } = useI18n();
  return (
    <Alert color="yellow" variant="light" icon={<LockIcon />} title={t('security.fresh')}>
      {t('security.freshSays')}
    </Alert>
  );
}
