import { Alert, Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../api/client';
import type { Problem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { ClockIcon } from '../ui/icons';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice';
import { anchorOf } from './anchor';
import { useActionName } from './useActionName';

/** Why work was refused; where other work is in the way, which one, and the way there. */
export function BusyNotice({ problem, server }: { problem: Problem; server: string }) {
  const { t, format } = useI18n();
  const name = useActionName();
  const blocking = problem.code === 'server-busy' ? problem.action : undefined;
  const { data: action } = useQuery({
    queryKey: ['blocking-action', blocking],
    queryFn: ({ signal }) => get('/api/v1/actions/{id}', { params: { id: blocking ?? '' }, signal }),
    enabled: blocking !== undefined,
  });
  if (!blocking) return <ProblemNotice problem={problem} />;
  return (
    <Alert color="yellow" variant="light" icon={<ClockIcon />} title={t('action.busyHeading')}>
      <Text>{sentenceOf(problem, t)}</Text>
      <Anchor component={Link} to={`/services/servers/${server}#${anchorOf(blocking)}`} replace>
        {action
          ? t('action.blocking', { name: name(action.type), time: format.moment(action.requestedAt) })
          : t('action.showBlocking')}
      </Anchor>
    </Alert>
  );
}
