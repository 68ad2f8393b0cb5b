import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';

/** First part of the keys of everything on the page of security settings. */
export const SECURITY = ['security'] as const;

export const securityQuery = queryOptions({
  queryKey: [...SECURITY, 'factors'],
  queryFn: ({ signal }) => get('/api/v1/me/security', { signal }),
});

/** The applications of others that the user lets act for them, page by page. */
export const applicationsQuery = infiniteQueryOptions({
  queryKey: [...SECURITY, 'applications'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/me/applications', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

/** The log-ins that have not ended, page by page. */
export const sessionsQuery = infiniteQueryOptions({
  queryKey: [...SECURITY, 'sessions'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/me/sessions', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});
