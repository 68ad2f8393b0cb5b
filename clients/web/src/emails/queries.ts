import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import { lookAgain } from '../api/lookAgain';

/** First part of the keys of everything about the e-mail archive. */
export const MAILS = ['emails'] as const;

const PAGE = 25;

/** What was sent to the account, newest first, page by page. */
export const mailsQuery = infiniteQueryOptions({
  queryKey: [...MAILS, 'list'],
  queryFn: ({ pageParam, signal }) => get('/api/v1/emails', { query: { limit: PAGE, cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
  refetchInterval: lookAgain,
});

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: [...MAILS, 'one', id],
    queryFn: ({ signal }) => get('/api/v1/emails/{id}', { params: { id }, signal }),
  });
