import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { asProblem } from '../api/problem';
import type { Account } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { usePopUps } from '../ui/usePopUps';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import { AddressFields, CompanyFields, ContactFields } from './fields';
import { LeaveGuard } from './LeaveGuard';
import { changeOf, fieldErrors, type Profile, profileOf } from './profile';
import { PROFILE_POP_UP, useSaveProfile } from './useSaveProfile';

interface Props {
  account: Account;
  done: () => void;
}

/** Changes the profile. What the server refuses is said at the field it refuses. */
export function ProfileForm({ account, done }: Props) {
  const { t } = useI18n();
  const popUps = usePopUps();
  const before = useRef(profileOf(account)).current;
  const form = useForm<Profile>({ initialValues: before });
  const save = useSaveProfile();
  const fields = useRef<HTMLFormElement>(null);
  const problem = save.error && asProblem(save.error);

  const saved = save.isSuccess;
  useEffect(() => {
    // In an effect, so that the guard below has already let go of what is saved now.
    if (saved) done();
  }, [saved, done]);

  const submit = (profile: Profile) => {
    const change = changeOf(before, profile);
    if (Object.keys(change).length === 0) {
      popUps.succeeded(PROFILE_POP_UP, t('account.unchanged'));
      return done();
    }
    save.mutate(change, {
      onError: (error) => {
        form.setErrors(fieldErrors(asProblem(error).errors));
        requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      },
    });
  };

  return (
    <form ref={fields} onSubmit={form.onSubmit(submit)} noValidate>
      <LeaveGuard dirty={form.isDirty() && !saved} />
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
          <Section heading={t('account.contact')}>
            <ContactFields form={form} email={account.email} />
          </Section>
          <Stack gap="lg">
            <Section heading={t('account.address')}>
              <AddressFields form={form} />
            </Section>
            <Section heading={t('account.company')}>
              <CompanyFields form={form} />
            </Section>
          </Stack>
        </SimpleGrid>
        {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('account.save')}
          </Button>
          <Button variant="default" onClick={done}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
