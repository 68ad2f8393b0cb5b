import { Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { Empty } from '../ui/Empty';
import { MoreOfList } from '../ui/MoreOfList';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { kindIn, KINDS } from './kinds';
import { servicesQuery } from './queries';
import classes from './services.module.css';
import { ServiceTable } from './ServiceTable';

/** Everything on which the account holds a role, of all kinds or of one. */
export function ServicesPage() {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const kind = kindIn(search);
  const list = useInfiniteQuery(servicesQuery(kind));
  const services = list.data?.pages.flatMap(({ items }) => items) ?? [];

  const content = () => {
    if (!list.data) {
      if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
      return <Waiting lines={5} />;
    }
    if (services.length === 0) return <Empty text={t('services.empty')} hint={t('services.emptyHint')} />;
    return (
      <Stack>
        <ServiceTable services={services} />
        <MoreOfList list={list} end={t('services.end')} />
      </Stack>
    );
  };

  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('services.heading')} />
        <Text c="dimmed">{t('services.explain')}</Text>
      </div>
      <nav aria-label={t('services.kinds')}>
        <ul className={classes.kinds}>
          {(['', ...KINDS] as const).map((one) => (
            <li key={one}>
              <Link
                to={one ? `/services?kind=${one}` : '/services'}
                className={classes.kind}
                aria-current={one === kind ? 'page' : undefined}
              >
                {t(one ? `services.kinds.${one}` : 'services.all')}
              </Link>
            </li>
          ))}
          <li className={classes.toServers}>
            <Link to="/services/servers" className={classes.kind}>
              {t('services.toServers')}
            </Link>
          </li>
        </ul>
      </nav>
      <Paper withBorder p="lg">
        {content()}
      </Paper>
    </Stack>
  );
}
