import { queryOptions } from '@tanstack/react-query';
import { forgetActing } from '../api/acting';
import { get } from '../api/client';
import { Problem } from '../api/problem';
import { ME } from '../api/queryClient';
import type { Me } from '../api/types';

const LOGGED_IN = 'moorage.logged-in';

/** Only a hint, so that a page can ask for its data beside `/me` instead of after it; the server alone decides. */
export function probablyLoggedIn(): boolean {
  try {
    return localStorage.getItem(LOGGED_IN) !== null;
  } catch {
    return false;
  }
}

function remember(me: Me | null): Me | null {
  if (!me) forgetActing();
  try {
    if (me) localStorage.setItem(LOGGED_IN, 'yes');
    else localStorage.removeItem(LOGGED_IN);
  } catch {
    // Storage may be forbidden: pages then load in two steps.
  }
  return me;
}

async function whoAmI(signal: AbortSignal): Promise<Me | null> {
  try {
    return remember(await get('/api/v1/me', { signal }));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return remember(null);
    throw error;
  }
}

const PREPARING_MS = 1000;
/** Somebody who acts for others only may never get an account of their own. */
const WITHOUT_OWN_MS = 10_000;

function untilOwnAccount(me: Me | null | undefined): number | false {
  if (!me || me.accounts.some(({ own }) => own)) return false;
  return me.accounts.length === 0 ? PREPARING_MS : WITHOUT_OWN_MS;
}

/** Who is logged in; `null` when nobody is. Asked each second while the account is being prepared. */
export const meQuery = queryOptions({
  queryKey: ME,
  queryFn: ({ signal }) => whoAmI(signal),
  refetchInterval: ({ state }) => untilOwnAccount(state.data),
});
