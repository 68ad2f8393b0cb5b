import { NativeSelect, TextInput } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import { useSearchBox } from '../ui/useSearchBox';
import { actionInWords, KNOWN_ACTIONS } from './actionNames';
import classes from './activity.module.css';
import {
  type ActivityFilterName,
  type ActivityFilters as Filters,
  ALL_SESSIONS,
  OUTCOMES,
  THIS_SESSION,
} from './filters';

interface Props {
  filters: Filters;
  set: (name: ActivityFilterName, value: string) => void;
}

/** What narrows the log: this session or all, who, how it went, what, and when. */
export function ActivityFilters({ filters, set }: Props) {
  const { t } = useI18n();
  const user = useSearchBox(filters.user, (text) => set('user', text));
  const all = { value: '', label: t('servers.all') };
  const sessions = [
    { value: THIS_SESSION, label: t('activity.thisSession') },
    { value: ALL_SESSIONS, label: t('activity.allSessions') },
  ];
  const outcomes = OUTCOMES.map((value) => ({ value, label: t(`activity.outcome.${value}`) }));
  const actions = KNOWN_ACTIONS.map((value) => ({ value, label: actionInWords(value, t) }));
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      label={t(`activity.${name}`)}
      value={filters[name]}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  );
  return (
    <search className={classes.filters}>
      <NativeSelect
        label={t('activity.show')}
        data={sessions}
        value={filters.session || THIS_SESSION}
        onChange={(event) => set('session', event.currentTarget.value === ALL_SESSIONS ? ALL_SESSIONS : '')}
      />
      <NativeSelect
        label={t('activity.action')}
        data={[all, ...actions]}
        value={filters.action}
        onChange={(event) => set('action', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('activity.outcome')}
        data={[all, ...outcomes]}
        value={filters.outcome}
        onChange={(event) => set('outcome', event.currentTarget.value)}
      />
      <TextInput
        label={t('activity.user')}
        type="search"
        placeholder={t('activity.userHint')}
        value={user.text}
        onChange={(event) => user.type(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {day('from')}
      {day('to')}
    </search>
  );
}
