import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { forgetWhenActingChanges } from './acting';
import { NOT_PERMITTED, Problem } from './problem';
import type { Me } from './types';

/** Key of the query that says who is logged in; it alone decides whether the portal shows anything. */
export const ME = ['me'] as const;

/** Services catch up with a new account one after the other: this one has not heard of it yet. */
function notOpenedYet(error: Error): boolean {
  return error instanceof Problem && error.code === 'account-being-prepared';
}

function worthRetrying(failures: number, error: Error): boolean {
  if (notOpenedYet(error)) return failures < 30;
  const refused = error instanceof Problem && error.status >= 400 && error.status < 500;
  return !refused && failures < 2;
}

export function createQueryClient(): QueryClient {
  // Anybody's 401 makes the portal ask who is logged in; that one answer then decides what is shown.
  // What somebody may do can change too: then it is offered no longer.
  const lookWho = (error: Error) => {
    if (!(error instanceof Problem)) return;
    if (error.status === 401) void client.invalidateQueries({ queryKey: ME });
    if (error.code === NOT_PERMITTED) void client.invalidateQueries({ queryKey: ME }, { cancelRefetch: false });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: lookWho }),
    mutationCache: new MutationCache({ onError: lookWho }),
    defaultOptions: {
      queries: {
        // What can change under the reader is pushed, so an answer stays good for a while.
        staleTime: 60_000,
        retry: worthRetrying,
        retryDelay: (attempt, error) => (notOpenedYet(error) ? 1000 : Math.min(1000 * 2 ** attempt, 8000)),
      },
    },
  });
  forgetWhenActingChanges((handle) => {
    const me = client.getQueryData<Me>(ME);
    client.clear();
    const account = me?.accounts.find((one) => (handle ? one.handle === handle : one.own));
    // Who is logged in stays known, so that the portal goes on being shown; it is asked for anew all the same.
    if (me && account) client.setQueryData(ME, { ...me, actingAccount: account.handle }, { updatedAt: 1 });
  });
  return client;
}
