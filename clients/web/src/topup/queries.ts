import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import type { TopUpState } from '../api/types';
import { BILLING } from '../balance/queries';

const PAGE = 10;

export const topUpsQuery = infiniteQueryOptions({
  queryKey: [...BILLING, 'top-ups'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/top-ups', { query: { limit: PAGE, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

export const topUpQuery = (id: string) =>
  queryOptions({
    queryKey: [...BILLING, 'top-up', id],
    queryFn: ({ signal }) => get('/api/v1/top-ups/{id}', { params: { id }, signal }),
  });

export const methodsQuery = queryOptions({
  queryKey: ['top-up-methods'],
  queryFn: ({ signal }) => get('/api/v1/top-up-methods', { signal }),
});

/** Whether the customer or the provider still has to do something. */
export function isUnderWay(state: TopUpState): boolean {
  return state === 'requested' || state === 'pending';
}
