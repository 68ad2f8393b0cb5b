import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

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
  const lookWho = (error: Error) => {
    if (error instanceof Problem && error.status === 401) void client.invalidateQueries({ queryKey: ME });
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
  return client;
}
