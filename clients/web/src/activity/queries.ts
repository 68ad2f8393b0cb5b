import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import { lookAgain } from '../api/lookAgain';
import { type ActivityFilters, wishedFor } from './filters';

/** First part of the keys of everything about the action log. */
export const ACTIVITY = ['activity'] as const;

const PAGE = 25;

/** What the filters match, newest first, page by page. */
export const activityQuery = (filters: ActivityFilters) =>
  infiniteQueryOptions({
    queryKey: [...ACTIVITY, filters],
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/activity', { query: { ...wishedFor(filters), limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: lookAgain,
    placeholderData: keepPreviousData,
  });

/** Whether anybody has changed the log. It is counted through from its beginning, so it is not asked for at each event. */
export const verificationQuery = queryOptions({
  queryKey: ['activity-verification'],
  queryFn: ({ signal }) => get('/api/v1/activity/verification', { signal }),
});
