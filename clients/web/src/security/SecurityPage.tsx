import { Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { PageTitle } from '../ui/PageTitle';
import { Applications } from './Applications';
import { Arrival, useArrived } from './Arrival';
import { Factors } from './Factors';
import { LogInDetails } from './LogInDetails';
import { Sessions } from './Sessions';
import { WishWindow } from './WishWindow';
import type { Wish } from './wish';

/** How one logs in, and where one is logged in. It is the user's own, whichever account they act for. */
export function SecurityPage() {
  const { t } = useI18n();
  const { hash, key } = useLocation();
  const [wish, ask] = useState<Wish>();
  const [arrived, forget] = useArrived();

  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.focus();
  }, [hash, key]);

  return (
    <Stack gap="lg">
      <div>
        <PageTitle heading={t('security.heading')} />
        <Text c="dimmed">{t('security.explain')}</Text>
      </div>
      <Arrival arrived={arrived} ask={ask} forget={forget} />
      <Factors ask={ask} />
      <LogInDetails />
      <Sessions ask={ask} />
      <Applications ask={ask} />
      <WishWindow wish={wish} close={() => ask(undefined)} granted={forget} />
    </Stack>
  );
}
