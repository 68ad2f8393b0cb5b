import { Button, Stack, Text } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import { PageTitle } from '../ui/PageTitle';
import { QuietFrame } from './QuietFrame';

/** Shown when a page itself fails, for example because a newer portal has replaced the one that is open. */
export function CrashPage() {
  const { t } = useI18n();
  return (
    <QuietFrame>
      <Stack align="flex-start">
        <PageTitle heading={t('problem.heading')} />
        <Text>{t('problem.crashed')}</Text>
        <Button onClick={() => window.location.reload()}>{t('problem.reload')}</Button>
      </Stack>
    </QuietFrame>
  );
}
