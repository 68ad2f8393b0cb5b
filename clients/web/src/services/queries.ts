import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';

/** First part of every key whose data changes when something that is rented changes. */
export const INVENTORY = ['inventory'] as const;

const PAGE = 50;
const MOST = 200;

/** Everything rented, or all of a kind, page by page. */
export const servicesQuery = (kind: string) =>
  infiniteQueryOptions({
    queryKey: [...INVENTORY, 'services', kind],
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/services', { query: { kind, limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** As much as one answer holds, for the dashboard's count and list. */
export const rentedQuery = queryOptions({
  queryKey: [...INVENTORY, 'rented'],
  queryFn: ({ signal }) => get('/api/v1/services', { query: { limit: MOST }, signal }),
});
