import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import { BILLING } from '../balance/queries';

const PAGE = 25;
const LATEST = 5;

/** The whole statement, page by page. */
export const statementQuery = infiniteQueryOptions({
  queryKey: [...BILLING, 'statement'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/statement', { query: { limit: PAGE, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

/** The latest movements, for the dashboard. */
export const latestMovementsQuery = queryOptions({
  queryKey: [...BILLING, 'latest-movements'],
  queryFn: ({ signal }) => get('/api/v1/statement', { query: { limit: LATEST }, signal }),
});
