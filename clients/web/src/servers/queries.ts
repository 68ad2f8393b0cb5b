import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { get } from '../api/client';
import { INVENTORY } from '../services/queries';
import type { ServerFilters } from './filters';

const PAGE = 25;

/** What the filters match, page by page; the former list stays while the next one is on its way. */
export const serversQuery = (filters: ServerFilters) =>
  infiniteQueryOptions({
    queryKey: [...INVENTORY, 'servers', filters],
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/servers', { query: { ...filters, limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
