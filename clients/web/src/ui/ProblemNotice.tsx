import { Alert, Button, Group, Text } from '@mantine/core';
import { LIMITED, NOT_PERMITTED, type Problem, UNREACHABLE } from '../api/problem';
import { type Translate, useI18n } from '../i18n/I18n';
import { LockIcon, WarningIcon } from './icons';

/** The server's own sentence where it gave one, else ours. */
export function sentenceOf(problem: Problem, t: Translate): string {
  if (problem.detail) return problem.detail;
  return t(problem.code === UNREACHABLE ? 'problem.unreachable' : 'problem.unexpected');
}

interface Props {
  problem: Problem;
  retry?: () => unknown;
}

/** What went wrong, its code for those who ask for help, and a way to try again. */
export function ProblemNotice({ problem, retry }: Props) {
  const { t } = useI18n();
  if (problem.code === NOT_PERMITTED || problem.code === LIMITED) return <NotPermitted problem={problem} />;
  return (
    <Alert color="red" variant="light" icon={<WarningIcon />} title={t('problem.heading')}>
      <Text>{sentenceOf(problem, t)}</Text>
      <Group mt="xs" gap="md">
        {retry && (
          <Button size="xs" variant="default" onClick={() => void retry()}>
            {t('app.retry')}
          </Button>
        )}
        <Text size="sm">{t('problem.code', { code: problem.code })}</Text>
      </Group>
    </Alert>
  );
}

/** Nothing has gone wrong and trying again won't help: who may give the permission is all there is to say. */
function NotPermitted({ problem }: { problem: Problem }) {
  const { t } = useI18n();
  return (
    <Alert color="gray" variant="light" icon={<LockIcon />} title={t('problem.notPermitted')}>
      {problem.detail || t('problem.notPermittedSays')}
    </Alert>
  );
}
