import { Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { PreferencesForm } from './PreferencesForm';
import { preferencesQuery } from './queries';

/** Which notices come by e-mail too. In the portal all of them show. */
export function PreferencesPage() {
  const { t } = useI18n();
  const { can } = useSession();
  const mayChange = can('account:manage');
  const { data, error, refetch } = useQuery({ ...preferencesQuery, enabled: mayChange });
  const content = () => {
    if (!mayChange) return <Text>{t('preferences.notYours')}</Text>;
    if (!data) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={8} />;
    return <PreferencesForm preferences={data} />;
  };
  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('preferences.heading')} />
        <Text c="dimmed">{t('preferences.explain')}</Text>
      </div>
      <Paper withBorder p="lg">
        {content()}
      </Paper>
    </Stack>
  );
}
