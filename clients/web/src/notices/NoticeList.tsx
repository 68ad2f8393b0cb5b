import { Anchor, Button, Group, Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import type { Notice } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { ACTIVITY_PAGE } from '../frame/navigation';
import { Empty } from '../ui/Empty';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { NoticeItem } from './NoticeItem';
import classes from './notices.module.css';
import { useRead } from './useRead';

interface Props {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Notice[] }>>;
  unread: number;
  close: () => void;
}

/** What the bell shows: the notices, the unread ones marked, and the way to the action log. */
export function NoticeList({ list, unread, close }: Props) {
  const { t } = useI18n();
  const read = useRead();
  const notices = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const content = () => {
    if (!list.data) {
      if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
      return <Waiting lines={3} />;
    }
    if (notices.length === 0) return <Empty text={t('notices.empty')} hint={t('notices.emptyHint')} />;
    return undefined;
  };
  const instead = content();

  return (
    <div className={classes.panel}>
      <Group justify="space-between" className={classes.head}>
        <Text fw={650}>{t('notices.heading')}</Text>
        {unread > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => read.mutate(undefined)}>
            {t('notices.readAll')}
          </Button>
        )}
      </Group>
      {instead ? (
        <div className={classes.instead}>{instead}</div>
      ) : (
        <ul className={classes.list}>
          {notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} read={() => read.mutate(notice.id)} close={close} />
          ))}
          {list.hasNextPage && (
            <li className={classes.more}>
              <Button
                size="compact-sm"
                variant="subtle"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t('app.loadMore')}
              </Button>
            </li>
          )}
        </ul>
      )}
      <div className={classes.foot}>
        <Anchor component={Link} to={ACTIVITY_PAGE.to} onClick={close}>
          {t('notices.toActivity')}
        </Anchor>
      </div>
    </div>
  );
}
