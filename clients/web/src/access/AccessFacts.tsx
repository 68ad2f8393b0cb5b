import { Badge } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import classes from './access.module.css';
import { lastDay } from './period';
import { inOrder, isEverything, permissionInWords } from './permissions';
import { useServiceNames } from './useServiceNames';

interface Access {
  permissions: string[];
  services: string | unknown[];
  endsAt?: string | undefined;
}

interface Props {
  access: Access;
  /** Since when, where there is a beginning. */
  since?: string | undefined;
  /** When it was last used, null where it never was; left out where that isn't told. */
  used?: string | null;
  /** Services of another account are counted: their names are known to those who act for it. */
  counted?: boolean;
}

/** What somebody may do, on which services and for how long. */
export function AccessFacts({ access, since, used, counted = false }: Props) {
  const { t, format } = useI18n();
  return (
    <>
      <Permissions permissions={access.permissions} />
      <div className={classes.facts}>
        {counted ? <Count services={access.services} /> : <Names services={access.services} />}
        {access.endsAt && <span>{t('access.until', { day: format.day(lastDay(access.endsAt).toISOString()) })}</span>}
        {since && <span>{t('access.since', { day: format.day(since) })}</span>}
        {used && <span>{t('access.used', { moment: format.moment(used) })}</span>}
        {used === null && <span>{t('access.neverUsed')}</span>}
      </div>
    </>
  );
}

function Permissions({ permissions }: { permissions: string[] }) {
  const { t } = useI18n();
  const words = isEverything(permissions)
    ? [t('access.everything')]
    : inOrder(permissions).map((one) => permissionInWords(one, t));
  return (
    <ul className={classes.permissions} aria-label={t('access.permissions')}>
      {words.map((word) => (
        <li key={word}>
          <Badge color="gray" variant="light" size="lg" fz="xs" fw={500} tt="none">
            {word}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function Count({ services }: { services: Access['services'] }) {
  const { t, format } = useI18n();
  if (typeof services === 'string') return <span>{t('access.allServices')}</span>;
  return <span>{t('access.someServices', { count: format.number(services.length) })}</span>;
}

function Names({ services }: { services: Access['services'] }) {
  const { t } = useI18n();
  const nameOf = useServiceNames();
  if (typeof services === 'string') return <span>{t('access.allServices')}</span>;
  return <span>{t('access.onlyServices', { names: services.map((id) => nameOf(String(id))).join(', ') })}</span>;
}
