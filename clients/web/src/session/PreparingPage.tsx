import { Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useI18n } from '../i18n/I18n';
import { PageTitle } from '../ui/PageTitle';

const USUAL_SECONDS = 20;

/** Between registration and the opened account. `meQuery` asks each second; the gate goes on by itself. */
export function PreparingPage() {
  const { t } = useI18n();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), USUAL_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack gap="md" role="status">
      <Loader size="sm" aria-hidden />
      <PageTitle heading={t('preparing.heading')} />
      <Text size="lg">{t('preparing.text')}</Text>
      {slow && <Text c="dimmed">{t('preparing.slow')}</Text>}
    </Stack>
  );
}
