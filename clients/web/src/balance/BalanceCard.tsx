import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { LiveMark } from '../live/LiveMark';
import { TopUpButton } from '../topup/TopUpButton';
import { Figure } from '../ui/Figure';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import { Waiting } from '../ui/Waiting';
import { balanceQuery } from './queries';

/** The prepaid balance, which follows by itself, and the way to raise it. */
export function BalanceCard({ withDetails = false }: { withDetails?: boolean }) {
  const { t, format } = useI18n();
  const { data, error, refetch } = useQuery(balanceQuery);
  const content = () => {
    if (!data) return error ? <ProblemNotice problem={asProblem(error)} retry={refetch} /> : <Waiting lines={3} />;
    const nothingPending = Number(data.pending.amount) === 0;
    return (
      <Stack gap="md">
        <div>
          <Figure tone="large">{format.money(data.balance)}</Figure>
          <Text c="dimmed">
            {nothingPending ? t('balance.noPending') : t('balance.pending', { amount: format.money(data.pending) })}
          </Text>
        </div>
        <Group>
          <TopUpButton />
          {withDetails && (
            <Anchor component={Link} to="/billing/balance">
              {t('balance.details')}
            </Anchor>
          )}
        </Group>
      </Stack>
    );
  };
  return (
    <Section heading={t(withDetails ? 'balance.heading' : 'balance.current')} aside={<LiveMark />}>
      {content()}
    </Section>
  );
}
