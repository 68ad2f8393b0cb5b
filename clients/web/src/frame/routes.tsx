import type { FetchQueryOptions, QueryClient } from '@tanstack/react-query';
import type { RouteObject } from 'react-router';
import { accountQuery } from '../account/queries';
import { balanceQuery } from '../balance/queries';
import { meQuery, probablyLoggedIn } from '../session/me';
import { SessionGate } from '../session/SessionGate';
import { latestMovementsQuery, statementQuery } from '../statement/queries';
import { topUpQuery, topUpsQuery } from '../topup/queries';
import { CrashPage } from './CrashPage';
import { NotFoundPage } from './NotFoundPage';

/**
 * Every page has its own address, and its code comes when it is first visited. A route's loader starts the page's
 * queries beside `/me` and the code, so that a page takes one round trip; it waits for none of them.
 */
export function routes(queries: QueryClient): RouteObject[] {
  // Each query brings its own types; here they are only started.
  const start = (...wanted: FetchQueryOptions<any, any, any, any>[]) => {
    if (probablyLoggedIn()) for (const query of wanted) void queries.prefetchQuery(query);
    return null;
  };

  return [
    {
      Component: SessionGate,
      ErrorBoundary: CrashPage,
      // Also while the first page's code is on its way: what is shown then stays.
      HydrateFallback: SessionGate,
      loader: () => (void queries.prefetchQuery(meQuery), null),
      shouldRevalidate: () => false,
      children: [
        {
          index: true,
          loader: () => start(accountQuery, balanceQuery, latestMovementsQuery),
          lazy: { Component: async () => (await import('../dashboard/DashboardPage')).DashboardPage },
        },
        {
          path: 'account',
          loader: () => start(accountQuery),
          lazy: { Component: async () => (await import('../account/AccountPage')).AccountPage },
        },
        {
          path: 'billing/balance',
          loader: () => {
            if (probablyLoggedIn()) void queries.prefetchInfiniteQuery(topUpsQuery);
            return start(balanceQuery);
          },
          lazy: { Component: async () => (await import('../balance/BalancePage')).BalancePage },
        },
        {
          path: 'billing/top-ups/:id',
          loader: ({ params }) => start(topUpQuery(params.id ?? ''), balanceQuery),
          lazy: { Component: async () => (await import('../topup/TopUpPage')).TopUpPage },
        },
        {
          path: 'billing/statement',
          loader: () => {
            if (probablyLoggedIn()) void queries.prefetchInfiniteQuery(statementQuery);
            return null;
          },
          lazy: { Component: async () => (await import('../statement/StatementPage')).StatementPage },
        },
        { path: '*', Component: NotFoundPage },
      ],
    },
  ];
}
