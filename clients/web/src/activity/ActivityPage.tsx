import { Button, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { Empty } from '../ui/Empty';
import { ExportMenu } from '../ui/ExportMenu';
import { MoreOfList } from '../ui/MoreOfList';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useFilters } from '../ui/useFilters';
import { Waiting } from '../ui/Waiting';
import { ActivityFilters } from './ActivityFilters';
import { ActivityTable } from './ActivityTable';
import { ACTIVITY_FILTERS, ALL_SESSIONS, wishedFor } from './filters';
import { activityQuery } from './queries';
import { TamperCheck } from './TamperCheck';

/** The action log: this session's actions at first, the account's whole history if asked for. */
export function ActivityPage() {
  const { t } = useI18n();
  const { handle } = useSession();
  const { filters, set } = useFilters(ACTIVITY_FILTERS);
  const list = useInfiniteQuery(activityQuery(filters));
  const actions = list.data?.pages.flatMap(({ items }) => items) ?? [];

  const content = () => {
    if (!list.data) {
      if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
      return <Waiting lines={6} />;
    }
    if (actions.length === 0) {
      const everywhere = filters.session === ALL_SESSIONS;
      return (
        <Empty text={t('activity.empty')} hint={t(everywhere ? 'activity.emptyHint' : 'activity.emptySessionHint')}>
          {!everywhere && (
            <Button variant="default" onClick={() => set('session', ALL_SESSIONS)}>
              {t('activity.showAll')}
            </Button>
          )}
        </Empty>
      );
    }
    return (
      <Stack>
        <ActivityTable actions={actions} busy={list.isPlaceholderData} />
        <MoreOfList list={list} end={t('activity.end')} />
      </Stack>
    );
  };

  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('activity.heading')}>
          {actions.length > 0 && (
            <ExportMenu
              path="/api/v1/activity"
              query={wishedFor(filters)}
              fileName={t('activity.fileName', { handle })}
            />
          )}
        </PageTitle>
        <Text c="dimmed">{t('activity.explain')}</Text>
      </div>
      <ActivityFilters filters={filters} set={set} />
      <Paper withBorder p="lg">
        {content()}
      </Paper>
      <TamperCheck />
    </Stack>
  );
}
