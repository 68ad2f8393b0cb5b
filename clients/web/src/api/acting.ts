/** The account of somebody else that this tab acts for; nothing is the user's own. */
export interface ActedFor {
  handle: string;
  name: string;
}

interface Acting {
  account?: ActedFor;
  /** Access to it has ended while it was acted for, and nobody has been told yet. */
  ended?: ActedFor;
}

// Of this tab alone: another one may act for another account, and a reload goes on with the same.
const KEY = 'moorage.acting';
const NOBODY: Acting = {};

let written: string | null = null;
let acting = NOBODY;
let forget: (handle: string | undefined) => void = () => undefined;
const listeners = new Set<() => void>();

function stored(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return written;
  }
}

function store(next: Acting): void {
  written = next === NOBODY ? null : JSON.stringify(next);
  acting = next;
  try {
    if (written === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, written);
  } catch {
    // Storage may be forbidden: the choice then lasts until the page is reloaded.
  }
}

/** For whom is acted now. The same object as long as nothing changes. */
export function actingNow(): Acting {
  const found = stored();
  if (found !== written) {
    written = found;
    acting = found === null ? NOBODY : (JSON.parse(found) as Acting);
  }
  return acting;
}

export function whenActingChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What has been loaded for one account is never shown for another: `forgetting` happens before anybody hears of a change. */
export function forgetWhenActingChanges(forgetting: (handle: string | undefined) => void): void {
  forget = forgetting;
}

function change(next: Acting): void {
  store(next);
  forget(next.account?.handle);
  for (const listener of listeners) listener();
}

/** From now on everything is asked and done for this account, or for one's own. */
export function actFor(account: ActedFor | undefined): void {
  change(account ? { account: { handle: account.handle, name: account.name } } : NOBODY);
}

/** Access to the account that is acted for is gone: back to one's own. */
export function accessEnded(): void {
  const { account } = actingNow();
  if (account) change({ ended: account });
}

/** Says whose access has ended, once. */
export function takeEnded(): ActedFor | undefined {
  const { ended } = actingNow();
  if (ended) store(NOBODY);
  return ended;
}

/** Nobody is logged in any more, so that there is nothing to load anew either. */
export function forgetActing(): void {
  store(NOBODY);
}
