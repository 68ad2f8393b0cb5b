import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import { SearchIcon } from '../ui/icons';
import { useSearchBox } from '../ui/useSearchBox';
import { locationsOf, type ServerFilterName, type ServerFilters as Filters, SORTS, STATUSES } from './filters';
import classes from './servers.module.css';

interface Props {
  filters: Filters;
  set: (name: ServerFilterName, value: string) => void;
  clear: () => void;
  servers: { location: string }[];
}

/** One box to search by number, tag or address, and what narrows the list further. */
export function ServerFilters({ filters, set, clear, servers }: Props) {
  const { t, format } = useI18n();
  const box = useSearchBox(filters.search, (text) => set('search', text));
  const all = { value: '', label: t('servers.all') };
  const locations = locationsOf(servers, filters.location).map((value) => ({ value, label: format.country(value) }));
  const statuses = STATUSES.map((value) => ({ value, label: t(`status.${value}`) }));
  const orders = SORTS.flatMap((name) => [
    { value: name, label: t(`servers.sort.${name}`) },
    { value: `-${name}`, label: t('servers.descending', { order: t(`servers.sort.${name}`) }) },
  ]);
  return (
    <search className={classes.filters}>
      <TextInput
        className={classes.search}
        label={t('servers.search')}
        placeholder={t('servers.searchHint')}
        type="search"
        value={box.text}
        onChange={(event) => box.type(event.currentTarget.value)}
        leftSection={<SearchIcon />}
        rightSection={
          box.text && <CloseButton size="sm" aria-label={t('servers.clearSearch')} onClick={() => box.type('')} />
        }
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
      />
      <NativeSelect
        label={t('servers.location')}
        data={[all, ...locations]}
        value={filters.location}
        onChange={(event) => set('location', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('servers.status')}
        data={[all, ...statuses]}
        value={filters.status}
        onChange={(event) => set('status', event.currentTarget.value)}
      />
      <NativeSelect
        className={classes.phoneSort}
        label={t('servers.sortBy')}
        data={orders}
        value={filters.sort || SORTS[0]}
        onChange={(event) => set('sort', event.currentTarget.value)}
      />
      {(filters.location || filters.status || filters.search) && (
        <Button variant="subtle" onClick={clear}>
          {t('servers.clear')}
        </Button>
      )}
    </search>
  );
}
