import { NativeSelect, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { useI18n } from '../i18n/I18n';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language';
import { countries } from './countries';
import type { Profile } from './profile';

interface Props {
  form: UseFormReturnType<Profile>;
}

const LANGUAGE_CHOICES = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

export function ContactFields({ form, email }: Props & { email: string }) {
  const { t } = useI18n();
  return (
    <Stack>
      <TextInput label={t('account.firstName')} autoComplete="given-name" {...form.getInputProps('firstName')} />
      <TextInput label={t('account.lastName')} autoComplete="family-name" {...form.getInputProps('lastName')} />
      <TextInput
        label={t('account.email')}
        description={t('account.emailHint')}
        value={email}
        readOnly
        variant="filled"
      />
      <TextInput
        label={t('account.phone')}
        description={t('account.phoneHint')}
        type="tel"
        autoComplete="tel"
        {...form.getInputProps('phone')}
      />
      <NativeSelect label={t('account.language')} data={LANGUAGE_CHOICES} {...form.getInputProps('language')} />
    </Stack>
  );
}

export function AddressFields({ form }: Props) {
  const { t, language, format } = useI18n();
  const choices = useMemo(
    () => [{ value: '', label: t('account.countryNone') }, ...countries(language, format.country)],
    [t, language, format],
  );
  return (
    <Stack>
      <TextInput label={t('account.line1')} autoComplete="address-line1" {...form.getInputProps('address.line1')} />
      <TextInput label={t('account.line2')} autoComplete="address-line2" {...form.getInputProps('address.line2')} />
      <TextInput
        label={t('account.postalCode')}
        autoComplete="postal-code"
        {...form.getInputProps('address.postalCode')}
      />
      <TextInput label={t('account.city')} autoComplete="address-level2" {...form.getInputProps('address.city')} />
      <NativeSelect
        label={t('account.country')}
        autoComplete="country"
        data={choices}
        {...form.getInputProps('address.country')}
      />
    </Stack>
  );
}

export function CompanyFields({ form }: Props) {
  const { t } = useI18n();
  return (
    <Stack>
      <TextInput label={t('account.companyName')} autoComplete="organization" {...form.getInputProps('company')} />
      <TextInput label={t('account.vatNumber')} autoComplete="off" {...form.getInputProps('vatNumber')} />
    </Stack>
  );
}
