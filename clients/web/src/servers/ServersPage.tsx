import { Anchor, Button, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { Empty } from '../ui/Empty';
import { ExportMenu } from '../ui/ExportMenu';
import { MoreOfList } from '../ui/MoreOfList';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { sortingOf } from '../ui/sorting';
import { useFilters } from '../ui/useFilters';
import { Waiting } from '../ui/Waiting';
import { SERVER_FILTERS, SORTS } from './filters';
import { serversQuery } from './queries';
import { ServerFilters } from './ServerFilters';
import { ServerTable } from './ServerTable';

/** Every server on which the account holds a role: searched, filtered, sorted, exported. */
export function ServersPage() {
  const { t } = useI18n();
  const { handle } = useSession();
  const { filters, set, clear } = useFilters(SERVER_FILTERS);
  const list = useInfiniteQuery(serversQuery(filters));
  const servers = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const narrowed = filters.search !== '' || filters.location !== '' || filters.status !== '';
  const sorting = sortingOf(filters.sort || SORTS[0], (sort) => set('sort', sort));

  const content = () => {
    if (!list.data) {
      if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
      return <Waiting lines={6} />;
    }
    if (servers.length === 0 && narrowed) {
      return (
        <Empty text={t('servers.noneMatch')} hint={t('servers.noneMatchHint')}>
          <Button variant="default" onClick={clear}>
            {t('servers.clear')}
          </Button>
        </Empty>
      );
    }
    if (servers.length === 0) {
      return (
        <Empty text={t('servers.empty')} hint={t('servers.emptyHint')}>
          <Anchor component={Link} to="/services">
            {t('servers.toServices')}
          </Anchor>
        </Empty>
      );
    }
    return (
      <Stack>
        <ServerTable servers={servers} sorting={sorting} busy={list.isPlaceholderData} />
        <MoreOfList list={list} end={t('servers.end')} />
      </Stack>
    );
  };

  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('servers.heading')}>
          {servers.length > 0 && (
            <ExportMenu path="/api/v1/servers" query={filters} fileName={t('servers.fileName', { handle })} />
          )}
        </PageTitle>
        <Text c="dimmed">{t('servers.explain')}</Text>
      </div>
      <ServerFilters filters={filters} set={set} clear={clear} servers={servers} />
      <Paper withBorder p="lg">
        {content()}
      </Paper>
    </Stack>
  );
}
