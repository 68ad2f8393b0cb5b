import { Button, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { TopUp } from '../api/types';
import { balanceQuery } from '../balance/queries';
import { useI18n } from '../i18n/I18n';
import { Facts } from '../ui/Facts';
import { Figure } from '../ui/Figure';
import { isUnderWay } from './queries';
import { StateBadge } from './StateBadge';
import { TopUpButton } from './TopUpButton';
import classes from './topup.module.css';
import { useMethodName } from './useMethodName';

/** What has become of a top-up: a sentence, the facts, and what to do next. */
export function TopUpOutcome({ topUp }: { topUp: TopUp }) {
  const { t, format } = useI18n();
  const name = useMethodName();
  const { data: balance } = useQuery({ ...balanceQuery, enabled: topUp.state === 'completed' });
  const amount = format.money(topUp.amount);

  return (
    <Paper withBorder p="lg" className={classes.outcome} data-state={topUp.state}>
      <Stack gap="lg">
        <Stack gap="xs" role="status">
          <Group gap="sm">
            <StateBadge state={topUp.state} />
            {isUnderWay(topUp.state) && <Loader size="xs" aria-hidden />}
          </Group>
          <Text size="lg">{t(`topUp.says.${topUp.state}`, { amount })}</Text>
        </Stack>
        <Facts
          items={[
            [t('statement.amount'), <Figure key="amount">{amount}</Figure>],
            [t('topUp.method'), name(topUp.method)],
            [t('topUp.requestedAt'), format.moment(topUp.createdAt)],
            ...(topUp.completedAt ? ([[t('topUp.completedAt'), format.moment(topUp.completedAt)]] as const) : []),
            ...(topUp.state === 'completed' && balance
              ? ([[t('balance.current'), <Figure key="balance">{format.money(balance.balance)}</Figure>]] as const)
              : []),
            [t('topUp.number'), <code key="id">{topUp.id}</code>],
          ].map(([term, value]) => [term as string, value])}
        />
        <NextSteps topUp={topUp} />
      </Stack>
    </Paper>
  );
}

function NextSteps({ topUp }: { topUp: TopUp }) {
  const { t } = useI18n();
  const mayTryAgain = topUp.state === 'failed' || topUp.state === 'expired';
  return (
    <Group>
      {mayTryAgain && <TopUpButton again />}
      <Button component={Link} to="/billing/balance" variant="default">
        {t('topUp.toBalance')}
      </Button>
      {/* Not the first thing to do here: most people come from having paid. */}
      {isUnderWay(topUp.state) && topUp.checkoutUrl && (
        <Button component="a" href={topUp.checkoutUrl} variant="default">
          {t('topUp.resume')}
        </Button>
      )}
      {topUp.state === 'completed' && (
        <Button component={Link} to="/billing/statement" variant="default">
          {t('topUp.toStatement')}
        </Button>
      )}
    </Group>
  );
}
