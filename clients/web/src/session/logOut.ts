import type { QueryClient } from '@tanstack/react-query';
import { forgetActing } from '../api/acting';
import { call } from '../api/client';

/** Ends the session here and in Keycloak, and forgets what this page has shown before it is left. */
export async function logOut(queries: QueryClient): Promise<void> {
  const answer = await call('/logout', { method: 'POST' });
  const { location } = (await answer.json()) as { location: string };
  queries.clear();
  forgetActing();
  window.location.replace(location);
}

/** A page brought back by the browser's back button may show what a session that has ended since had loaded. */
export function reloadWhenBroughtBack(): void {
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload();
  });
}
