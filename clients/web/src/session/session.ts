import { createContext, useContext } from 'react';
import type { AccessibleAccount, Me } from '../api/types';

export interface Session {
  user: Me['user'];
  /** Handle of the account that is being acted for. */
  handle: string;
  account: AccessibleAccount;
  can: (permission: string) => boolean;
}

/** What somebody can still do whose access is limited to chosen services: all else concerns others too. */
const ON_SERVICES = ['services:read', 'services:manage'];

/** The session of an account that is open, or nothing while there is none or none has been chosen. */
export function sessionOf(me: Me): Session | undefined {
  const account = me.accounts.find(({ handle }) => handle === me.actingAccount) ?? me.accounts.find(({ own }) => own);
  if (!account) return undefined;
  const limited = account.services !== 'all';
  return {
    user: me.user,
    handle: account.handle,
    account,
    can: (permission) => account.permissions.includes(permission) && (!limited || ON_SERVICES.includes(permission)),
  };
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session, on pages that only somebody with an open account gets to see. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This page needs a session');
  return session;
}
