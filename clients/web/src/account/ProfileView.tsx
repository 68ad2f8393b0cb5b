import { Badge, SimpleGrid } from '@mantine/core';
import type { Account } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { LANGUAGE_NAMES } from '../i18n/language';
import { Facts } from '../ui/Facts';
import { Section } from '../ui/Section';

export function ProfileView({ account }: { account: Account }) {
  const { t, format } = useI18n();
  const { address } = account;
  const active = account.status === 'active';
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Section heading={t('account.contact')}>
        <Facts
          items={[
            [t('account.firstName'), account.firstName],
            [t('account.lastName'), account.lastName],
            [t('account.email'), account.email],
            [t('account.phone'), account.phone],
            [t('account.language'), LANGUAGE_NAMES[account.language]],
          ]}
        />
      </Section>
      <Section heading={t('account.accountSection')}>
        <Facts
          items={[
            [t('account.handle'), <span translate="no">{account.handle}</span>],
            [
              t('account.status'),
              <Badge color={active ? 'green' : 'gray'} variant="light" size="lg" fz="xs" fw={600} tt="none">
                {active ? t('account.statusActive') : account.status}
              </Badge>,
            ],
            [t('account.openedAt'), format.day(account.openedAt)],
            [t('account.currency'), account.currency],
          ]}
        />
      </Section>
      <Section heading={t('account.address')}>
        <Facts
          items={[
            [t('account.line1'), address.line1],
            [t('account.line2'), address.line2],
            [t('account.postalCode'), address.postalCode],
            [t('account.city'), address.city],
            [t('account.country'), address.country && format.country(address.country)],
          ]}
        />
      </Section>
      <Section heading={t('account.company')}>
        <Facts
          items={[
            [t('account.companyName'), account.company],
            [t('account.vatNumber'), account.vatNumber],
          ]}
        />
      </Section>
    </SimpleGrid>
  );
}
