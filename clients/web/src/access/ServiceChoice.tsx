import { Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { SearchIcon } from '../ui/icons';
import { MoreOfList } from '../ui/MoreOfList';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import classes from './access.module.css';
import type { AccessForm } from './useAccessForm';
import { serviceName, useChoices } from './useServiceNames';

/** With this many services a box to search among them helps more than it takes room. */
const MANY = 8;

/** All services or some of them. Who is limited to some can only give those. */
export function ServiceChoice({ access }: { access: AccessForm }) {
  const { t } = useI18n();
  const { account, can } = useSession();
  const { wish, complaints, change } = access;
  const mayGiveAll = account.services === 'all';
  return (
    <Stack gap="sm" data-field="services">
      <Radio.Group
        label={t('access.services')}
        value={wish.limited ? 'some' : 'all'}
        onChange={(value) => change('services', { limited: value === 'some' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={t('access.allServices')} disabled={!mayGiveAll && wish.limited} />
          <Radio
            value="some"
            label={t('access.chosenServices')}
            description={can('services:read') ? undefined : t('access.servicesUnseen')}
            disabled={!can('services:read') && !wish.limited}
          />
        </Stack>
      </Radio.Group>
      {wish.limited && (
        <Checkbox.Group
          aria-label={t('access.chosenServices')}
          error={complaints.services}
          value={wish.services}
          onChange={(services) => change('services', { services })}
        >
          <Choices chosen={wish.services} />
        </Checkbox.Group>
      )}
    </Stack>
  );
}

function Choices({ chosen }: { chosen: string[] }) {
  const { t } = useI18n();
  const { list, services, maySee } = useChoices();
  const [search, setSearch] = useState('');
  if (maySee && !list.data) {
    if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
    return <Waiting lines={3} />;
  }
  const known = services.map((service) => ({ id: service.id, name: serviceName(service) }));
  // What is chosen can always be taken out, also where the list doesn't hold it.
  const unknown = chosen.filter((id) => known.every((one) => one.id !== id)).map((id) => ({ id, name: id }));
  const matching = [...known, ...unknown].filter(({ name }) =>
    name.toLowerCase().includes(search.trim().toLowerCase()),
  );
  return (
    <Stack gap="xs">
      {known.length > MANY && (
        <TextInput
          type="search"
          aria-label={t('access.searchServices')}
          placeholder={t('access.searchServices')}
          leftSection={<SearchIcon />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div className={classes.services}>
        {matching.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
        {matching.length === 0 && <Text c="dimmed">{t('access.noServices')}</Text>}
        {list.hasNextPage && <MoreOfList list={list} end="" />}
      </div>
    </Stack>
  );
}
