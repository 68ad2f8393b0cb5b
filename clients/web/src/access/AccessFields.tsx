import { Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import classes from './access.module.css';
import { fieldOf } from './period';
import { consistent, groupsFor, permissionInWords, setOf } from './permissions';
import { setsQuery } from './queries';
import { ServiceChoice } from './ServiceChoice';
import type { AccessForm } from './useAccessForm';

/** What is given: by a ready-made set or permission by permission, on which services. */
export function WhatAndWhere({ access }: { access: AccessForm }) {
  return (
    <>
      <SetChoice access={access} />
      <PermissionChoice access={access} />
      <ServiceChoice access={access} />
    </>
  );
}

/** The same, and until when. */
export function AccessFields({ access }: { access: AccessForm }) {
  const { t } = useI18n();
  const { wish, complaints, change } = access;
  return (
    <Stack gap="lg">
      <WhatAndWhere access={access} />
      <div data-field="endsAt">
        <TextInput
          type="date"
          label={t('access.end')}
          description={t('access.endHint')}
          min={fieldOf(new Date())}
          value={wish.until}
          error={complaints.endsAt}
          onChange={(event) => change('endsAt', { until: event.currentTarget.value })}
        />
      </div>
    </Stack>
  );
}

function SetChoice({ access: { wish, change } }: { access: AccessForm }) {
  const { t } = useI18n();
  const { can } = useSession();
  const sets = useQuery({ ...setsQuery, enabled: can('users:manage') }).data?.items ?? [];
  const chosen = setOf(wish.permissions, sets);
  const choose = (name: string) => {
    const set = sets.find((one) => one.name === name);
    if (!set) return change('permissions', { permissions: [] });
    const limited = set.forChosenServices && can('services:read') ? { limited: true } : {};
    return change('permissions', { permissions: set.permissions, ...limited });
  };
  // Who doesn't manage users chooses permission by permission.
  if (!can('users:manage')) return null;
  return (
    <NativeSelect
      label={t('access.set')}
      description={chosen ? t(`access.setSays.${chosen.name}`) : t('access.setHint')}
      value={chosen?.name ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: t('access.noSet') },
        ...sets.map(({ name, permissions }) => ({
          value: name,
          label: t(`access.set.${name}`),
          disabled: !permissions.every(can),
        })),
      ]}
    />
  );
}

function PermissionChoice({ access: { wish, complaints, change } }: { access: AccessForm }) {
  const { t } = useI18n();
  const { can } = useSession();
  const groups = groupsFor(can);
  return (
    <Checkbox.Group
      data-field="permissions"
      label={t('access.permissions')}
      description={groups.flatMap(([, permissions]) => permissions).every(can) ? undefined : t('access.onlyHeld')}
      error={complaints.permissions}
      value={wish.permissions}
      onChange={(next) => change('permissions', { permissions: consistent(wish.permissions, next, can) })}
    >
      <div className={classes.groups}>
        {groups.map(([group, permissions]) => (
          <fieldset key={group} className={classes.group}>
            <legend>
              <Text span size="sm" fw={600}>
                {t(`access.group.${group}`)}
              </Text>
            </legend>
            <Stack gap="xs">
              {permissions.map((one) => (
                <Checkbox
                  key={one}
                  value={one}
                  label={permissionInWords(one, t)}
                  // What one doesn't hold can be taken from somebody, not given.
                  disabled={!can(one) && !wish.permissions.includes(one)}
                />
              ))}
            </Stack>
          </fieldset>
        ))}
      </div>
    </Checkbox.Group>
  );
}
