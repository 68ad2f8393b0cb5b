import { Stack, Text } from '@mantine/core';
import { BalanceCard } from '../balance/BalanceCard';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { PageTitle } from '../ui/PageTitle';
import classes from './dashboard.module.css';
import { LatestMovements } from './LatestMovements';
import { ProfileCard } from './ProfileCard';

/** The first page: who one is, what there is to spend, what has happened. */
export function DashboardPage() {
  const { t } = useI18n();
  const { user, handle } = useSession();
  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('dashboard.welcome', { name: user.name })} />
        <Text c="dimmed">{t('dashboard.actingFor', { handle })}</Text>
      </div>
      <div className={classes.zones}>
        <ProfileCard />
        <Stack gap="lg">
          <BalanceCard withDetails />
          <LatestMovements />
        </Stack>
      </div>
    </Stack>
  );
}
