import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Server } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { serverAddress } from '../server/queries';
import { StatusBadges } from '../services/StatusBadges';
import { type Column, DataTable } from '../ui/DataTable';
import type { Sorting } from '../ui/sorting';
import { PowerMark } from './PowerMark';
import classes from './servers.module.css';
import { TagChips } from './TagChips';

interface Props {
  servers: Server[];
  sorting: Sorting;
  busy: boolean;
}

export function ServerTable({ servers, sorting, busy }: Props) {
  const { t, format } = useI18n();
  const columns: Column<Server & { id: string }>[] = [
    {
      heading: t('servers.number'),
      sort: 'number',
      onPhone: 'lead',
      cell: ({ number }) => (
        <Anchor component={Link} to={serverAddress(number)} fw={600} className={classes.number}>
          {number}
        </Anchor>
      ),
    },
    { heading: t('servers.name'), sort: 'name', cell: ({ name }) => <span className={classes.long}>{name}</span> },
    {
      heading: t('servers.location'),
      sort: 'location',
      cell: ({ location, datacenter }) => (
        <span className={classes.place}>
          <span>{format.country(location)}</span>
          <Text span c="dimmed" size="sm">
            {datacenter}
          </Text>
        </span>
      ),
    },
    {
      heading: t('servers.status'),
      sort: 'status',
      onPhone: 'figure',
      cell: ({ status, overdue }) => <StatusBadges status={status} overdue={overdue} />,
    },
    {
      heading: t('servers.power'),
      cell: ({ power, busyWith }) => (
        <span className={classes.state}>
          <PowerMark power={power} />
          {busyWith && <span className={classes.busy}>{t('servers.busy')}</span>}
        </span>
      ),
    },
    { heading: t('servers.ips'), cell: ({ ips }) => <Addresses ips={ips} /> },
    { heading: t('servers.tags'), cell: ({ tags }) => <TagChips tags={tags} /> },
  ];
  const rows = servers.map((server) => ({ ...server, id: server.number }));
  return <DataTable caption={t('servers.heading')} columns={columns} rows={rows} sorting={sorting} busy={busy} />;
}

/** The first address, and how many more there are. */
function Addresses({ ips }: { ips: string[] }) {
  const { t } = useI18n();
  const [first, ...others] = ips;
  return (
    <span className={classes.address}>
      {first}
      {others.length > 0 && (
        <Text span c="dimmed" size="sm" title={others.join(', ')}>
          {' '}
          {t('servers.moreIps', { count: String(others.length) })}
        </Text>
      )}
    </span>
  );
}
