import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Service } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { serverAddress } from '../server/queries';
import { type Column, DataTable } from '../ui/DataTable';
import classes from './services.module.css';
import { StatusBadges } from './StatusBadges';

interface Props {
  services: Service[];
  /** Kind and roles are left out where there is little room. */
  brief?: boolean;
}

/** What is rented. A service that has a panel leads there. */
export function ServiceTable({ services, brief = false }: Props) {
  const { t, format } = useI18n();
  const details: Column<Service>[] = [
    { heading: t('services.kind'), cell: ({ kind }) => t(`services.kind.${kind}`) },
    { heading: t('services.roles'), cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(', ') },
    { heading: t('services.since'), cell: ({ createdAt }) => format.day(createdAt) },
  ];
  const columns: Column<Service>[] = [
    {
      heading: t('services.service'),
      onPhone: 'lead',
      cell: ({ name, label }) => (
        <span className={classes.service}>
          <span>{name}</span>
          {label !== name && (
            <Text span c="dimmed" size="sm" translate="no">
              {label}
            </Text>
          )}
        </span>
      ),
    },
    ...(brief ? [] : details),
    {
      heading: t('services.status'),
      onPhone: 'figure',
      cell: ({ status, overdue }) => <StatusBadges status={status} overdue={overdue} />,
    },
    {
      heading: t('services.actions'),
      numeric: true,
      onPhone: 'bare',
      cell: ({ kind, id, name, label }) =>
        kind === 'server' && (
          <Anchor component={Link} to={serverAddress(id)} aria-label={t('services.manageOf', { name, label })}>
            {t('services.manage')}
          </Anchor>
        ),
    },
  ];
  return <DataTable caption={t('services.heading')} columns={columns} rows={services} />;
}
