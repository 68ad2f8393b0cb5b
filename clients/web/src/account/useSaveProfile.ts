import { useMutation, useQueryClient } from '@tanstack/react-query';
import { patch } from '../api/client';
import { asProblem } from '../api/problem';
import { ME } from '../api/queryClient';
import { useI18n } from '../i18n/I18n';
import { usePopUps } from '../ui/usePopUps';
import { sentenceOf } from '../ui/ProblemNotice';
import type { ProfileChange } from './profile';
import { accountQuery } from './queries';

export const PROFILE_POP_UP = 'profile';

export function useSaveProfile() {
  const { t, choose } = useI18n();
  const popUps = usePopUps();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: ProfileChange) => patch('/api/v1/account', change),
    onMutate: () => popUps.started(PROFILE_POP_UP, t('account.saving')),
    onSuccess: (account, change) => {
      queries.setQueryData(accountQuery.queryKey, account);
      void queries.invalidateQueries({ queryKey: ME });
      popUps.succeeded(PROFILE_POP_UP, t('account.saved'));
      if (change.language) choose(change.language);
    },
    onError: (error) => popUps.failed(PROFILE_POP_UP, t('account.notSaved'), sentenceOf(asProblem(error), t)),
  });
}
