import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { TopUp } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { usePopUps } from '../ui/usePopUps';
import { isUnderWay, topUpQuery } from './queries';

/** The pop-up with the result of a top-up, once there is one. */
export function useTopUpResult() {
  const queries = useQueryClient();
  const { t, format } = useI18n();
  const popUps = usePopUps();
  return useCallback(
    async ({ id, state }: Pick<TopUp, 'id' | 'state'>) => {
      if (isUnderWay(state)) return;
      const topUp = await queries.fetchQuery({ ...topUpQuery(id), staleTime: 0 });
      const amount = format.money(topUp.amount);
      if (state === 'completed') popUps.succeeded(`top-up-${id}`, t('topUp.says.completed', { amount }));
      else popUps.failed(`top-up-${id}`, t('topUp.one', { amount }), t(`topUp.says.${state}`));
    },
    [queries, t, format, popUps],
  );
}
