import { Button, Group, Stack, Text } from '@mantine/core';
import { useLocation } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { PageTitle } from '../ui/PageTitle';

/** For visitors who are not logged in: says what this is, and leads back to where they wanted to go. */
export function LandingPage() {
  const { t, language } = useI18n();
  const { pathname, search } = useLocation();
  const logIn = `/login?${new URLSearchParams({ return: pathname + search, lang: language })}`;
  return (
    <Stack gap="lg">
      <PageTitle heading={t('landing.heading')} size="landing" />
      <Text size="lg">{t('landing.text')}</Text>
      <Group>
        <Button component="a" href={logIn} size="md">
          {t('landing.logIn')}
        </Button>
        <Button component="a" href={`${logIn}&register=true`} size="md" variant="default">
          {t('landing.register')}
        </Button>
      </Group>
      <Text c="dimmed">{t('landing.registerHint')}</Text>
    </Stack>
  );
}
