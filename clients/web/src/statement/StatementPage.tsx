import { Button, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { TopUpButton } from '../topup/TopUpButton';
import { Empty } from '../ui/Empty';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { DownloadButton } from './DownloadButton';
import { MovementTable } from './MovementTable';
import { statementQuery } from './queries';

/** Every movement of the balance, page by page, and as a file. */
export function StatementPage() {
  const { t } = useI18n();
  const statement = useInfiniteQuery(statementQuery);
  const lines = statement.data?.pages.flatMap(({ items }) => items) ?? [];

  const content = () => {
    if (statement.isPending) return <Waiting lines={6} />;
    if (statement.error && lines.length === 0) {
      return <ProblemNotice problem={asProblem(statement.error)} retry={() => statement.refetch()} />;
    }
    if (lines.length === 0) {
      return (
        <Empty text={t('statement.empty')} hint={t('statement.emptyHint')}>
          <TopUpButton />
        </Empty>
      );
    }
    return (
      <Stack align="stretch">
        <MovementTable lines={lines} />
        {statement.isFetchNextPageError && <ProblemNotice problem={asProblem(statement.error)} />}
        {statement.hasNextPage ? (
          <div>
            <Button
              variant="default"
              loading={statement.isFetchingNextPage}
              onClick={() => void statement.fetchNextPage()}
            >
              {t('app.loadMore')}
            </Button>
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            {t('statement.end')}
          </Text>
        )}
      </Stack>
    );
  };

  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('statement.heading')}>{lines.length > 0 && <DownloadButton />}</PageTitle>
        <Text c="dimmed">{t('statement.explain')}</Text>
      </div>
      <Paper withBorder p="lg">
        {content()}
      </Paper>
    </Stack>
  );
}
