import { Anchor, Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import type { TopUp } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { type Column, DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Figure } from '../ui/Figure';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { isUnderWay, topUpsQuery } from './queries';
import { StateBadge } from './StateBadge';
import { useMethodName } from './useMethodName';

export function TopUpList() {
  const { t, format } = useI18n();
  const name = useMethodName();
  const list = useInfiniteQuery(topUpsQuery);
  if (!list.data) {
    if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
    return <Waiting lines={4} />;
  }
  const rows = list.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return <Empty text={t('topUp.empty')} hint={t('topUp.emptyHint')} />;
  }

  const actions = (topUp: TopUp) => {
    const words = { amount: format.money(topUp.amount), date: format.moment(topUp.createdAt) };
    return (
      <Group gap="md" justify="flex-end">
        {isUnderWay(topUp.state) && topUp.checkoutUrl && (
          <Anchor href={topUp.checkoutUrl} aria-label={t('topUp.resumeOf', words)}>
            {t('topUp.resume')}
          </Anchor>
        )}
        <Anchor component={Link} to={`/billing/top-ups/${topUp.id}`} aria-label={t('topUp.viewOf', words)}>
          {t('topUp.view')}
        </Anchor>
      </Group>
    );
  };
  const columns: Column<TopUp>[] = [
    { heading: t('topUp.date'), cell: ({ createdAt }) => format.moment(createdAt) },
    { heading: t('topUp.method'), cell: ({ method }) => name(method) },
    { heading: t('topUp.state'), cell: ({ state }) => <StateBadge state={state} />, onPhone: 'lead' },
    {
      heading: t('statement.amount'),
      cell: ({ amount }) => <Figure>{format.money(amount)}</Figure>,
      numeric: true,
      onPhone: 'figure',
    },
    { heading: t('topUp.actions'), cell: actions, numeric: true, onPhone: 'bare' },
  ];
  return (
    <>
      <DataTable caption={t('topUp.list')} columns={columns} rows={rows} />
      {list.hasNextPage && (
        <Button mt="md" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('app.loadMore')}
        </Button>
      )}
    </>
  );
}
