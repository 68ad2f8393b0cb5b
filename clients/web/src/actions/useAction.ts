import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../api/client';
import { asProblem } from '../api/problem';
import type { ActionType, ServerAction } from '../api/types';
import { useWishKey } from '../api/useWishKey';
import { INVENTORY } from '../services/queries';
import { replace } from './progress';

export interface ActionWish {
  type: ActionType;
  image?: string;
}

/** What was asked for goes into the history at once; everything else about the server is asked for anew. */
function useAccepted() {
  const queries = useQueryClient();
  return {
    onSuccess: (action: ServerAction) => {
      replace(queries, action);
      void queries.invalidateQueries({ queryKey: INVENTORY });
    },
    // What refused knows more than this page does: another action may be under way.
    onError: (error: Error) => {
      if (asProblem(error).status === 409) void queries.invalidateQueries({ queryKey: INVENTORY });
    },
  };
}

/** Asks for work on a server. The answer comes at once; the work goes on by itself and tells of itself in notices. */
export function useRequestAction(server: string) {
  const { keyOf, granted } = useWishKey();
  const { onSuccess, onError } = useAccepted();
  return useMutation({
    mutationFn: (wish: ActionWish) =>
      post('/api/v1/servers/{number}/actions', wish, {
        params: { number: server },
        headers: { 'Idempotency-Key': keyOf(wish) },
      }),
    onSuccess: (action) => {
      granted();
      onSuccess(action);
    },
    onError,
  });
}

/** Asks an action to stop while it still can. */
export function useCancelAction(id: string) {
  return useMutation({
    mutationFn: () => post('/api/v1/actions/{id}/cancel', undefined, { params: { id } }),
    ...useAccepted(),
  });
}

/** Asks once more for what did not succeed. */
export function useRetryAction(id: string) {
  const { keyOf, granted } = useWishKey();
  const { onSuccess, onError } = useAccepted();
  return useMutation({
    mutationFn: () =>
      post('/api/v1/actions/{id}/retry', undefined, { params: { id }, headers: { 'Idempotency-Key': keyOf(id) } }),
    onSuccess: (action) => {
      granted();
      onSuccess(action);
    },
    onError,
  });
}
