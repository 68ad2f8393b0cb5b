import type { FetchInfiniteQueryOptions, FetchQueryOptions, QueryClient } from '@tanstack/react-query';
import type { RouteObject } from 'react-router';
import {
  choicesQuery,
  delegationsQuery,
  invitationsQuery,
  setsQuery,
  tokensQuery,
  usersQuery,
} from '../access/queries';
import { accountQuery } from '../account/queries';
import { actionsQuery } from '../actions/queries';
import { ACTIVITY_FILTERS } from '../activity/filters';
import { activityQuery, verificationQuery } from '../activity/queries';
import { balanceQuery } from '../balance/queries';
import { mailQuery, mailsQuery } from '../emails/queries';
import { noticesQuery } from '../notices/queries';
import { preferencesQuery } from '../preferences/queries';
import { securityQuery, sessionsQuery } from '../security/queries';
import { serverQuery } from '../server/queries';
import { SERVER_FILTERS } from '../servers/filters';
import { serversQuery } from '../servers/queries';
import { kindIn } from '../services/kinds';
import { rentedQuery, servicesQuery } from '../services/queries';
import { meQuery, probablyLoggedIn } from '../session/me';
import { SessionGate } from '../session/SessionGate';
import { latestMovementsQuery, statementQuery } from '../statement/queries';
import { topUpQuery, topUpsQuery } from '../topup/queries';
import { filtersIn } from '../ui/useFilters';
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
  const startList = (wanted: FetchInfiniteQueryOptions<any, any, any, any, any>) => {
    if (probablyLoggedIn()) void queries.prefetchInfiniteQuery(wanted);
    return null;
  };
  const searchOf = (request: Request) => new URL(request.url).searchParams;

  return [
    {
      Component: SessionGate,
      ErrorBoundary: CrashPage,
      // Also while the first page's code is on its way: what is shown then stays.
      HydrateFallback: SessionGate,
      loader: () => {
        void queries.prefetchQuery(meQuery);
        // The bell is on every page.
        return startList(noticesQuery(document.documentElement.lang));
      },
      shouldRevalidate: () => false,
      children: [
        {
          index: true,
          loader: () => start(accountQuery, balanceQuery, latestMovementsQuery, rentedQuery, securityQuery),
          lazy: { Component: async () => (await import('../dashboard/DashboardPage')).DashboardPage },
        },
        {
          path: 'account',
          loader: () => start(accountQuery),
          lazy: { Component: async () => (await import('../account/AccountPage')).AccountPage },
        },
        {
          path: 'account/activity',
          loader: ({ request }) => {
            startList(activityQuery(filtersIn(ACTIVITY_FILTERS, searchOf(request))));
            return start(verificationQuery);
          },
          lazy: { Component: async () => (await import('../activity/ActivityPage')).ActivityPage },
        },
        {
          path: 'account/emails',
          loader: () => startList(mailsQuery),
          lazy: { Component: async () => (await import('../emails/EmailsPage')).EmailsPage },
        },
        {
          path: 'account/emails/:id',
          loader: ({ params }) => start(mailQuery(params.id ?? '')),
          lazy: { Component: async () => (await import('../emails/EmailPage')).EmailPage },
        },
        {
          path: 'account/preferences',
          loader: () => start(preferencesQuery),
          lazy: { Component: async () => (await import('../preferences/PreferencesPage')).PreferencesPage },
        },
        {
          path: 'account/security',
          loader: () => {
            startList(sessionsQuery);
            return start(securityQuery);
          },
          lazy: { Component: async () => (await import('../security/SecurityPage')).SecurityPage },
        },
        {
          path: 'account/users',
          loader: () => {
            startList(usersQuery);
            startList(invitationsQuery);
            startList(choicesQuery);
            return start(setsQuery);
          },
          lazy: { Component: async () => (await import('../access/UsersPage')).UsersPage },
        },
        {
          path: 'account/api-tokens',
          loader: () => {
            startList(tokensQuery);
            return startList(choicesQuery);
          },
          lazy: { Component: async () => (await import('../tokens/TokensPage')).TokensPage },
        },
        {
          path: 'account/switch',
          // Somebody may have given access a moment ago.
          loader: () => start({ ...meQuery, staleTime: 0 }, delegationsQuery),
          lazy: { Component: async () => (await import('../acting/SwitchPage')).SwitchPage },
        },
        {
          path: 'invitation',
          lazy: { Component: async () => (await import('../invitation/InvitationPage')).InvitationPage },
        },
        {
          path: 'services',
          loader: ({ request }) => startList(servicesQuery(kindIn(searchOf(request)))),
          lazy: { Component: async () => (await import('../services/ServicesPage')).ServicesPage },
        },
        {
          path: 'services/servers',
          loader: ({ request }) => startList(serversQuery(filtersIn(SERVER_FILTERS, searchOf(request)))),
          lazy: { Component: async () => (await import('../servers/ServersPage')).ServersPage },
        },
        {
          path: 'services/servers/:number',
          loader: ({ params }) => {
            startList(actionsQuery(params.number ?? ''));
            return start(serverQuery(params.number ?? ''));
          },
          lazy: { Component: async () => (await import('../server/ServerPage')).ServerPage },
        },
        {
          path: 'billing/balance',
          loader: () => {
            startList(topUpsQuery);
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
          loader: () => startList(statementQuery),
          lazy: { Component: async () => (await import('../statement/StatementPage')).StatementPage },
        },
        { path: '*', Component: NotFoundPage },
      ],
    },
  ];
}
