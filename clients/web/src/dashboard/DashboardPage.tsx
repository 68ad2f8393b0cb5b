import { Stack, Text } from '@mantine/core';
import { BalanceCard } from '../balance/BalanceCard';
import { useI18n } from '../i18n/I18n';
import { SecondFactorHint } from '../security/SecondFactorHint';
import { useSession } from '../session/session';
import { PageTitle } from '../ui/PageTitle';
import { ActiveServices } from './ActiveServices';
import { Counts } from './Counts';
import classes from './dashboard.module.css';
import { LatestMovements } from './LatestMovements';
import { LatestNotices } from './LatestNotices';
import { ProfileCard } from './ProfileCard';

/** The first page: who one is, what one rents, what there is to spend, what has happened. */
export function DashboardPage() {
  const { t } = useI18n();
  const { user, handle, account, can } = useSession();
  const seesServices = can('services:read');
  const seesMoney = can('billing:read');
  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('dashboard.welcome', { name: user.name })} />
        <Text c="dimmed">{t('dashboard.actingFor', { handle })}</Text>
      </div>
      <SecondFactorHint />
      {seesServices && <Counts />}
      <div className={classes.zones}>
        <Stack gap="lg">
          {account.services === 'all' && <ProfileCard />}
          {seesMoney && <BalanceCard withDetails />}
        </Stack>
        <Stack gap="lg">
          {seesServices && <ActiveServices />}
          <LatestNotices />
          {seesMoney && <LatestMovements />}
        </Stack>
      </div>
    </Stack>
  );
}
