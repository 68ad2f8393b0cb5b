import { INVITATION_PAGE } from './address';

// Of this tab alone, and until it is used: it must survive a log-in or a registration in between.
const KEY = 'moorage.invitation';

let kept: string | undefined;

/** The token of an invitation that has been opened in this tab and not come to its end. */
export function keptToken(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return kept;
  }
}

export function keepToken(token: string): void {
  kept = token;
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // Storage may be forbidden: who is logged in can accept all the same, as long as the page isn't reloaded.
  }
}

export function forgetToken(): void {
  kept = undefined;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Then it was never stored.
  }
}

/** The link of the mail has been opened: its secret leaves the address bar, and with it the browser's history, at once. */
export function takeTokenFromAddress(): void {
  const { pathname, search, hash } = window.location;
  if (pathname !== INVITATION_PAGE || hash.length < 2) return;
  keepToken(hash.slice(1));
  window.history.replaceState(window.history.state, '', pathname + search);
}
