import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { rentedQuery } from '../services/queries';
import { ServiceTable } from '../services/ServiceTable';
import { Empty } from '../ui/Empty';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';

const MOST = 6;

/** What is rented and at work, with the way to manage it. */
export function ActiveServices() {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(rentedQuery);
  const active = data?.items.filter(({ status }) => status === 'active').slice(0, MOST) ?? [];
  const content = () => {
    if (!data) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={4} />;
    if (active.length === 0) return <Empty text={t('dashboard.noServices')} hint={t('services.emptyHint')} />;
    return <ServiceTable services={active} brief />;
  };
  const all = (
    <Anchor component={Link} to="/services" size="sm">
      {t('dashboard.allServices')}
    </Anchor>
  );
  return (
    <Section heading={t('dashboard.activeServices')} aside={data && data.items.length > 0 && all}>
      {content()}
    </Section>
  );
}
