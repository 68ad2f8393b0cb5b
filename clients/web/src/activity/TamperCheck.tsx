import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { CheckIcon, WarningIcon } from '../ui/icons';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { verificationQuery } from './queries';

/** Whether anybody has changed the log after the fact, and if so, from where on. */
export function TamperCheck() {
  const { t, format } = useI18n();
  const { data, error, refetch, isFetching } = useQuery(verificationQuery);
  if (!data) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={2} />;
  const said = data.intact
    ? t('activity.intact', { count: format.number(data.checked) })
    : t('activity.broken', { position: format.number(data.firstBad ?? 0), count: format.number(data.checked) });
  return (
    <Alert
      color={data.intact ? 'green' : 'red'}
      variant="light"
      icon={data.intact ? <CheckIcon /> : <WarningIcon />}
      title={t(data.intact ? 'activity.intactHeading' : 'activity.brokenHeading')}
    >
      <Group justify="space-between" gap="sm">
        <Text>{said}</Text>
        <Button size="xs" variant="default" loading={isFetching} onClick={() => void refetch()}>
          {t('activity.checkAgain')}
        </Button>
      </Group>
    </Alert>
  );
}
