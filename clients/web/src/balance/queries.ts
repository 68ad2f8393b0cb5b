import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';

/** First part of every key whose data changes when money moves. */
export const BILLING = ['billing'] as const;

export const balanceQuery = queryOptions({
  queryKey: [...BILLING, 'balance'],
  queryFn: ({ signal }) => get('/api/v1/balance', { signal }),
});
