import { createContext, useContext } from 'react';
import type { Me } from '../api/types';

export interface Session {
  user: Me['user'];
  /** Handle of the account that is being acted for. */
  handle: string;
  can: (permission: string) => boolean;
}

/** The session of an account that is open, or nothing while there is none. */
export function sessionOf(me: Me): Session | undefined {
  const account = me.accounts.find(({ handle }) => handle === me.actingAccount) ?? me.accounts[0];
  if (!account) return undefined;
  return {
    user: me.user,
    handle: account.handle,
    can: (permission) => account.permissions.includes(permission),
  };
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session, on pages that only somebody with an open account gets to see. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This page needs a session');
  return session;
}
