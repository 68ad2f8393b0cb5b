import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Question } from '../access/question';
import { QuestionWindow } from '../access/QuestionWindow';
import { useI18n } from '../i18n/I18n';
import { PageTitle } from '../ui/PageTitle';
import { CreateWindow } from './CreateWindow';
import { Tokens } from './Tokens';

/** One's own API tokens for the account. */
export function TokensPage() {
  const { t } = useI18n();
  const [creating, setCreating] = useState(false);
  const [question, ask] = useState<Question>();
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <PageTitle heading={t('nav.tokens')}>
          <Button onClick={() => setCreating(true)}>{t('tokens.create')}</Button>
        </PageTitle>
        <Text c="dimmed">{t('tokens.explain')}</Text>
      </Stack>
      <Tokens ask={ask} />
      <CreateWindow opened={creating} close={() => setCreating(false)} />
      <QuestionWindow question={question} close={() => ask(undefined)} />
    </Stack>
  );
}
