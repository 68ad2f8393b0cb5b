import { Text } from '@mantine/core';
import type { LoggedAction } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { type Column, DataTable } from '../ui/DataTable';
import { actionInWords } from './actionNames';
import classes from './activity.module.css';
import { OutcomeBadge } from './OutcomeBadge';

export function ActivityTable({ actions, busy }: { actions: LoggedAction[]; busy: boolean }) {
  const { t, format } = useI18n();
  const columns: Column<LoggedAction>[] = [
    { heading: t('activity.at'), cell: ({ at }) => <time dateTime={at}>{format.second(at)}</time> },
    {
      heading: t('activity.action'),
      onPhone: 'lead',
      cell: ({ action, target }) => (
        <span className={classes.long}>
          {actionInWords(action, t)}
          {target && (
            <Text span c="dimmed" size="sm" translate="no">
              {` · ${target}`}
            </Text>
          )}
        </span>
      ),
    },
    {
      heading: t('activity.user'),
      cell: ({ user, staff }) => (
        <span className={classes.long}>
          <span translate="no">{user.login || user.id}</span>
          {staff && (
            <Text span c="dimmed" size="sm">
              {` · ${t('activity.staff')}`}
            </Text>
          )}
        </span>
      ),
    },
    {
      heading: t('activity.session'),
      cell: ({ current, address }) => (
        <span>
          {t(current ? 'activity.thisOne' : 'activity.another')}
          {address && (
            <Text span c="dimmed" size="sm" className={classes.long}>
              {` · ${address}`}
            </Text>
          )}
        </span>
      ),
    },
    {
      heading: t('activity.outcome'),
      onPhone: 'figure',
      cell: ({ outcome, code }) => (
        <span className={classes.outcome}>
          <OutcomeBadge outcome={outcome} />
          {code && <code className={classes.code}>{code}</code>}
        </span>
      ),
    },
  ];
  return <DataTable caption={t('activity.heading')} columns={columns} rows={actions} busy={busy} />;
}
