import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ActionState, ServerAction } from '../api/types';
import { ACTIONS, actionsQuery } from './queries';

/** What the stream tells of an action. */
export type ActionNews = Pick<ServerAction, 'id' | 'server' | 'type' | 'state' | 'progress'>;

type Pages = InfiniteData<{ items: ServerAction[] }>;

const ORDER: ActionState[] = ['requested', 'running'];

/** Whether nothing more will happen to it. */
export function hasEnded(state: ActionState): boolean {
  return !ORDER.includes(state);
}

/** The action with the news in it. News come late and twice at times: an action never goes back. */
export function advanced(action: ServerAction, news: ActionNews): ServerAction {
  if (hasEnded(action.state)) return action;
  const back = !hasEnded(news.state) && ORDER.indexOf(news.state) < ORDER.indexOf(action.state);
  if (back) return action;
  return { ...action, state: news.state, progress: Math.max(action.progress, news.progress) };
}

/**
 * Brings news into the history that is on the page. Answers whether more than the progress may have changed, so that the
 * rest has to be asked for anew.
 */
export function follow(queries: QueryClient, news: ActionNews): boolean {
  const known = queries
    .getQueriesData<Pages>({ queryKey: ACTIONS })
    .flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? [])
    .find(({ id }) => id === news.id);
  if (!known) return news.progress === 0 || hasEnded(news.state);
  const next = advanced(known, news);
  replace(queries, next);
  return next.state !== known.state;
}

/** Puts an action into its server's history: in its place, or in front where it is new. */
export function replace(queries: QueryClient, action: ServerAction): void {
  queries.setQueryData(actionsQuery(action.server).queryKey, (data) => {
    const [first, ...others] = data?.pages ?? [];
    if (!data || !first) return data;
    const isKnown = data.pages.some(({ items }) => items.some(({ id }) => id === action.id));
    if (!isKnown) return { ...data, pages: [{ ...first, items: [action, ...first.items] }, ...others] };
    const swap = (items: ServerAction[]) => items.map((one) => (one.id === action.id ? action : one));
    return { ...data, pages: data.pages.map((page) => ({ ...page, items: swap(page.items) })) };
  });
}
