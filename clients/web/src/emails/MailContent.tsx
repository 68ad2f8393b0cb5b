import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { MailWithText } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { Section } from '../ui/Section';
import classes from './emails.module.css';

/**
 * What a mail says, with its layout or as plain text. Its markup is shown in a frame of its own that may run no script,
 * send no form and lead nowhere; the portal's content security policy holds in it too, so nothing is fetched from elsewhere.
 */
export function MailContent({ mail }: { mail: MailWithText }) {
  const { t } = useI18n();
  const [plain, setPlain] = useState(false);
  const asText = plain || !mail.html;
  return (
    <Section
      heading={t('emails.content')}
      aside={
        mail.html && (
          <Group gap={4} role="group" aria-label={t('emails.view')}>
            <Button
              size="xs"
              variant={asText ? 'default' : 'light'}
              aria-pressed={!asText}
              onClick={() => setPlain(false)}
            >
              {t('emails.layout')}
            </Button>
            <Button
              size="xs"
              variant={asText ? 'light' : 'default'}
              aria-pressed={asText}
              onClick={() => setPlain(true)}
            >
              {t('emails.text')}
            </Button>
          </Group>
        )
      }
    >
      <Stack gap="sm">
        {asText ? (
          <div className={classes.text}>{mail.text}</div>
        ) : (
          <iframe className={classes.mail} title={t('emails.content')} sandbox="" srcDoc={mail.html} />
        )}
        <Text size="sm" c="dimmed">
          {t('emails.blanked')}
        </Text>
      </Stack>
    </Section>
  );
}
