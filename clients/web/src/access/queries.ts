import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import { lookAgain } from '../api/lookAgain';
import { INVENTORY } from '../services/queries';

/** First part of the keys of everything about who may act for whom. */
export const ACCESS = ['access'] as const;

const MOST = 200;

/** Somebody else may have changed it meanwhile, an invitation's reader for one. */
const OFTEN = { staleTime: 0, refetchOnWindowFocus: 'always', refetchInterval: lookAgain } as const;

/** Who may act for the account, page by page. */
export const usersQuery = infiniteQueryOptions({
  queryKey: [...ACCESS, 'users'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/users', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
  ...OFTEN,
});

/** The invitations that wait for an answer, or have waited too long. */
export const invitationsQuery = infiniteQueryOptions({
  queryKey: [...ACCESS, 'invitations'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/invitations', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
  ...OFTEN,
});

/** One's own API tokens for the account. */
export const tokensQuery = infiniteQueryOptions({
  queryKey: [...ACCESS, 'tokens'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/api-tokens', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
  ...OFTEN,
});

/** The ready-made sets; they come with the platform's version. */
export const setsQuery = queryOptions({
  queryKey: ['permission-sets'],
  queryFn: ({ signal }) => get('/api/v1/permission-sets', { signal }),
  staleTime: Infinity,
});

/** The services that an access can be limited to, as many at once as an answer holds. */
export const choicesQuery = infiniteQueryOptions({
  queryKey: [...INVENTORY, 'choices'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/services', { query: { limit: MOST, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

/** The accounts of others that the user may act for, with what `/me` leaves out. */
export const delegationsQuery = queryOptions({
  queryKey: [...ACCESS, 'delegations'],
  queryFn: ({ signal }) => get('/api/v1/delegations', { query: { limit: MOST }, signal }),
  staleTime: 0,
  refetchOnWindowFocus: 'always',
});
