import { Stack, Text } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import { TopUpList } from '../topup/TopUpList';
import { PageTitle } from '../ui/PageTitle';
import { Section } from '../ui/Section';
import { BalanceCard } from './BalanceCard';

export function BalancePage() {
  const { t } = useI18n();
  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('balance.heading')} />
        <Text c="dimmed">{t('balance.explain')}</Text>
      </div>
      <BalanceCard />
      <Section heading={t('topUp.list')}>
        <TopUpList />
      </Section>
    </Stack>
  );
}
