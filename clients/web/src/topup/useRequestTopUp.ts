import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { post } from '../api/client';
import { asProblem } from '../api/problem';
import type { Money } from '../api/types';
import { useWishKey } from '../api/useWishKey';
import { BILLING } from '../balance/queries';
import { useI18n } from '../i18n/I18n';
import { usePopUps } from '../ui/usePopUps';
import { sentenceOf } from '../ui/ProblemNotice';
import { OPEN_CHECKOUT, openCheckout } from './checkout';
import { topUpQuery } from './queries';

interface Wish {
  amount: Money;
  method: string;
}

const POP_UP = 'top-up-request';

/** Asks for a top-up and goes on to its payment page. The same wish sent again carries the same idempotency key. */
export function useRequestTopUp() {
  const { t, format } = useI18n();
  const popUps = usePopUps();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { keyOf, granted } = useWishKey();

  return useMutation({
    mutationFn: (wish: Wish) => post('/api/v1/top-ups', wish, { headers: { 'Idempotency-Key': keyOf(wish) } }),
    onMutate: ({ amount }) => popUps.started(POP_UP, t('topUp.starting', { amount: format.money(amount) })),
    onError: (error) => popUps.failed(POP_UP, t('topUp.refused'), sentenceOf(asProblem(error), t)),
    onSuccess: (topUp) => {
      granted();
      queries.setQueryData(topUpQuery(topUp.id).queryKey, topUp);
      void queries.invalidateQueries({ queryKey: BILLING, refetchType: 'none' });
      popUps.succeeded(POP_UP, t('topUp.redirecting'));
      if (topUp.checkoutUrl) openCheckout(topUp);
      else void navigate(`/billing/top-ups/${topUp.id}`, { replace: true, state: OPEN_CHECKOUT });
    },
  });
}
