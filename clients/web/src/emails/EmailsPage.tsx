import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import type { Mail } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { type Column, DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { MoreOfList } from '../ui/MoreOfList';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import classes from './emails.module.css';
import { MailStateBadge } from './MailStateBadge';
import { mailsQuery } from './queries';

/** The e-mail archive: every mail that the platform sent to the account. */
export function EmailsPage() {
  const { t, format } = useI18n();
  const list = useInfiniteQuery(mailsQuery);
  const mails = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<Mail>[] = [
    {
      heading: t('emails.subject'),
      onPhone: 'lead',
      cell: ({ id, subject }) => (
        <Anchor component={Link} to={`/account/emails/${encodeURIComponent(id)}`} className={classes.long}>
          {subject}
        </Anchor>
      ),
    },
    {
      heading: t('emails.to'),
      cell: ({ to }) => (
        <span className={classes.long} translate="no">
          {to}
        </span>
      ),
    },
    { heading: t('emails.at'), cell: ({ at }) => format.moment(at) },
    { heading: t('emails.state'), onPhone: 'figure', cell: ({ state }) => <MailStateBadge state={state} /> },
  ];
  const content = () => {
    if (!list.data) {
      if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
      return <Waiting lines={6} />;
    }
    if (mails.length === 0) return <Empty text={t('emails.empty')} hint={t('emails.emptyHint')} />;
    return (
      <Stack>
        <DataTable caption={t('emails.heading')} columns={columns} rows={mails} />
        <MoreOfList list={list} end={t('emails.end')} />
      </Stack>
    );
  };
  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('emails.heading')} />
        <Text c="dimmed">{t('emails.explain')}</Text>
      </div>
      <Paper withBorder p="lg">
        {content()}
      </Paper>
    </Stack>
  );
}
