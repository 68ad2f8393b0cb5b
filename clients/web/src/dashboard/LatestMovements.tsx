import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { MovementTable } from '../statement/MovementTable';
import { latestMovementsQuery } from '../statement/queries';
import { Empty } from '../ui/Empty';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';

export function LatestMovements() {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(latestMovementsQuery);
  const some = data !== undefined && data.items.length > 0;
  const content = () => {
    if (!data) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={4} />;
    if (!some) return <Empty text={t('statement.empty')} hint={t('statement.emptyHint')} />;
    return <MovementTable lines={data.items} brief />;
  };
  const all = (
    <Anchor component={Link} to="/billing/statement" size="sm">
      {t('dashboard.allMovements')}
    </Anchor>
  );
  return (
    <Section heading={t('dashboard.movements')} aside={some && all}>
      {content()}
    </Section>
  );
}
