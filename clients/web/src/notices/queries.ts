import { infiniteQueryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Answers, Notice } from '../api/types';

type Page = Answers['/api/v1/notifications']['get'];

/** First part of the keys of everything about notices. */
export const NOTICES = ['notices'] as const;

const PAGE = 15;

/** The notices, newest first, in the page's language; every page of them also counts those that are unread. */
export const noticesQuery = (language: string) =>
  infiniteQueryOptions({
    queryKey: [...NOTICES, language],
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/notifications', { query: { limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next ?? undefined,
  });

/** Shows notices as read before the server has confirmed it: all, or one. */
export function showAsRead(queries: QueryClient, id?: string): void {
  const read = (notice: Notice) => (id === undefined || notice.id === id ? { ...notice, read: true } : notice);
  queries.setQueriesData<InfiniteData<Page>>({ queryKey: NOTICES }, (data) => {
    const known = data?.pages.flatMap(({ items }) => items) ?? [];
    const fewer = id === undefined ? Infinity : Number(known.some((one) => one.id === id && !one.read));
    return (
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          unread: Math.max(0, page.unread - fewer),
          items: page.items.map(read),
        })),
      }
    );
  });
}
