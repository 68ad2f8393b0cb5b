import { Stack, Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { asProblem } from '../api/problem';
import type { ServerAction } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { type Column, DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Figure } from '../ui/Figure';
import { MoreOfList } from '../ui/MoreOfList';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';
import { ActionBadge } from './ActionBadge';
import { ActionSteps, offersSteps } from './ActionSteps';
import { anchorOf } from './anchor';
import { hasEnded } from './progress';
import { useActionName } from './useActionName';

interface Props {
  list: UseInfiniteQueryResult<InfiniteData<{ items: ServerAction[] }>>;
  mayOperate: boolean;
}

/** All that has been done to a server, newest first. */
export function ActionHistory({ list, mayOperate }: Props) {
  const { t, format } = useI18n();
  const { user } = useSession();
  const name = useActionName();
  const actions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  // The newest one's steps stand above, beside its progress.
  const [newest, ...older] = actions;
  const stepsOffered = mayOperate && older.some(offersSteps);
  const columns: Column<ServerAction>[] = [
    {
      heading: t('action.what'),
      onPhone: 'lead',
      cell: ({ id, type, image }) => (
        <span id={anchorOf(id)} tabIndex={-1}>
          {name(type)}
          {image && (
            <Text span c="dimmed" size="sm">
              {` · ${image}`}
            </Text>
          )}
        </span>
      ),
    },
    {
      heading: t('action.state'),
      onPhone: 'figure',
      cell: ({ state }) => <ActionBadge state={state} />,
    },
    { heading: t('action.requested'), cell: ({ requestedAt }) => format.moment(requestedAt) },
    {
      heading: t('action.by'),
      cell: ({ requestedBy }) => t(requestedBy === user.id ? 'action.byYou' : 'action.byAnother'),
    },
    {
      heading: t('action.outcome'),
      cell: ({ state, progress, error, finishedAt }) => {
        if (error) return error.detail || error.code;
        if (finishedAt) return format.moment(finishedAt);
        return hasEnded(state) ? '–' : <Figure>{format.percent(progress)}</Figure>;
      },
    },
    ...(stepsOffered
      ? [
          {
            heading: t('action.steps'),
            numeric: true,
            onPhone: 'bare' as const,
            cell: (action: ServerAction) => action !== newest && <ActionSteps action={action} compact />,
          },
        ]
      : []),
  ];
  const content = () => {
    if (!list.data) {
      if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
      return <Waiting lines={4} />;
    }
    if (actions.length === 0) return <Empty text={t('action.none')} hint={t('action.noneHint')} />;
    return (
      <Stack>
        <DataTable caption={t('action.history')} columns={columns} rows={actions} />
        <MoreOfList list={list} end={t('action.end')} />
      </Stack>
    );
  };
  return <Section heading={t('action.history')}>{content()}</Section>;
}
