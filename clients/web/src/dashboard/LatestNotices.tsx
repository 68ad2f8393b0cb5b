import { Anchor } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { ACTIVITY_PAGE } from '../frame/navigation';
import { useI18n } from '../i18n/I18n';
import { NoticeItem } from '../notices/NoticeItem';
import classes from '../notices/notices.module.css';
import { noticesQuery } from '../notices/queries';
import { useRead } from '../notices/useRead';
import { Empty } from '../ui/Empty';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';

const MOST = 4;

/** What has happened lately, as the bell knows it. */
export function LatestNotices() {
  const { t, language } = useI18n();
  const read = useRead();
  const { data, error, refetch } = useInfiniteQuery(noticesQuery(language));
  const latest = data?.pages[0]?.items.slice(0, MOST) ?? [];
  const content = () => {
    if (!data) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={4} />;
    if (latest.length === 0) return <Empty text={t('notices.empty')} hint={t('notices.emptyHint')} />;
    return (
      <ul className={classes.latest}>
        {latest.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} read={() => read.mutate(notice.id)} />
        ))}
      </ul>
    );
  };
  const log = (
    <Anchor component={Link} to={ACTIVITY_PAGE.to} size="sm">
      {t('notices.toActivity')}
    </Anchor>
  );
  return (
    <Section heading={t('dashboard.latestNotices')} aside={log}>
      {content()}
    </Section>
  );
}
