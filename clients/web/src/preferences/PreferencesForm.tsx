import { Button, Checkbox, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { put } from '../api/client';
import { asProblem } from '../api/problem';
import type { Preferences } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice, sentenceOf } from '../ui/ProblemNotice';
import { usePopUps } from '../ui/usePopUps';
import { NOTICE_CODES, type NoticeGroup } from './noticeCodes';
import classes from './preferences.module.css';
import { preferencesQuery } from './queries';

const POP_UP = 'preferences';
const GROUPS = Object.keys(NOTICE_CODES) as NoticeGroup[];

export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const { t } = useI18n();
  const popUps = usePopUps();
  const queries = useQueryClient();
  // What is wished for beyond what is offered here stays as it is.
  const [wished, setWished] = useState<string[]>(preferences.emailFor);
  const save = useMutation({
    mutationFn: (emailFor: string[]) => put('/api/v1/account/preferences', { emailFor } as Preferences),
    onMutate: () => popUps.started(POP_UP, t('preferences.saving')),
    onSuccess: (saved) => {
      queries.setQueryData(preferencesQuery.queryKey, saved);
      popUps.succeeded(POP_UP, t('preferences.saved'));
    },
    onError: (error) => popUps.failed(POP_UP, t('preferences.notSaved'), sentenceOf(asProblem(error), t)),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(wished);
  };
  const choose = (code: string, yes: boolean) =>
    setWished((present) => (yes ? [...present, code] : present.filter((one) => one !== code)));

  return (
    <form onSubmit={submit}>
      <Stack gap="lg" align="flex-start">
        {GROUPS.map((group) => (
          <fieldset key={group} className={classes.group}>
            <legend>{t(`preferences.group.${group}`)}</legend>
            <Stack gap="sm">
              {NOTICE_CODES[group].map((code) => (
                <Checkbox
                  key={code}
                  label={t(`preferences.code.${code}`)}
                  checked={wished.includes(code)}
                  onChange={(event) => choose(code, event.currentTarget.checked)}
                />
              ))}
            </Stack>
          </fieldset>
        ))}
        {save.error && <ProblemNotice problem={asProblem(save.error)} />}
        <Button type="submit" loading={save.isPending}>
          {t('account.save')}
        </Button>
      </Stack>
    </form>
  );
}
