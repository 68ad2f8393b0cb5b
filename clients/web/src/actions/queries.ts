import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import { INVENTORY } from '../services/queries';

const PAGE = 10;

/** First part of the keys of every server's history. */
export const ACTIONS = [...INVENTORY, 'actions'] as const;

/** What has been done to a server, newest first, page by page. */
export const actionsQuery = (server: string) =>
  infiniteQueryOptions({
    queryKey: [...ACTIONS, server],
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/actions', { query: { server, limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
