import { Button, Group, Stack, Text } from '@mantine/core';
import { useLocation } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { INVITATION_PAGE } from '../invitation/address';
import { keptToken } from '../invitation/token';
import { PageTitle } from '../ui/PageTitle';

/** For visitors who are not logged in: says what this is, and leads back to where they wanted to go. */
export function LandingPage() {
  const { t, language } = useI18n();
  const { pathname, search } = useLocation();
  // Who logs out to come back as another user arrives at the beginning.
  const invited = pathname === INVITATION_PAGE || (pathname === '/' && keptToken() !== undefined);
  const back = invited ? INVITATION_PAGE : pathname + search;
  const logIn = `/login?${new URLSearchParams({ return: back, lang: language })}`;
  return (
    <Stack gap="lg">
      <PageTitle heading={t(invited ? 'invitation.landing' : 'landing.heading')} size="landing" />
      <Text size="lg">{t(invited ? 'invitation.landingText' : 'landing.text')}</Text>
      <Group>
        <Button component="a" href={logIn} size="md">
          {t('landing.logIn')}
        </Button>
        <Button component="a" href={`${logIn}&register=true`} size="md" variant="default">
          {t('landing.register')}
        </Button>
      </Group>
      <Text c="dimmed">{t(invited ? 'invitation.landingHint' : 'landing.registerHint')}</Text>
    </Stack>
  );
}
