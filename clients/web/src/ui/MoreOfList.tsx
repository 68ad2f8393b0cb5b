import { Button, Text } from '@mantine/core';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice } from './ProblemNotice';

interface Props {
  list: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: Error | null;
    fetchNextPage: () => unknown;
  };
  /** Said once everything is shown. */
  end: string;
}

/** What follows the rows of a list that comes page by page: the way on, or that there is nothing more. */
export function MoreOfList({ list, end }: Props) {
  const { t } = useI18n();
  if (!list.hasNextPage) {
    return (
      <Text size="sm" c="dimmed">
        {end}
      </Text>
    );
  }
  return (
    <>
      {list.isFetchNextPageError && <ProblemNotice problem={asProblem(list.error)} />}
      <div>
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('app.loadMore')}
        </Button>
      </div>
    </>
  );
}
