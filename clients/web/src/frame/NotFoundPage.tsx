import { Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { PageTitle } from '../ui/PageTitle';

export function NotFoundPage() {
  const { t } = useI18n();
  return (
    <Stack align="flex-start">
      <PageTitle heading={t('notFound.heading')} />
      <Text>{t('notFound.text')}</Text>
      <Button component={Link} to="/">
        {t('notFound.home')}
      </Button>
    </Stack>
  );
}
