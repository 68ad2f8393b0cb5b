import type { Language } from '../i18n/language';
import { type Wish, wished } from './wish';

export const SECURITY_PAGE = '/account/security';

/** What is set up on the log-in's own pages, as the gateway names it. */
export const ACTIONS = ['phone', 'totp', 'passkey', 'recovery-codes', 'password', 'email'] as const;
export type Action = (typeof ACTIONS)[number];

/** How a visit to those pages has ended. */
export interface Outcome {
  action: Action;
  done: boolean;
}

/** Leads to the log-in's page for something, which leads back here. */
export function toSetUp(action: Action, language: Language): string {
  return `/login?${new URLSearchParams({ action, return: SECURITY_PAGE, lang: language })}`;
}

/** Leads to a fresh log-in, and from there back to what was wished for. */
export function toLogInAgain(wish: Wish, language: Language): string {
  const back = `${SECURITY_PAGE}?${wished(wish)}`;
  return `/login?${new URLSearchParams({ fresh: 'true', return: back, lang: language })}`;
}

/** What the log-in's pages have come back with. */
export function outcomeIn(search: URLSearchParams): Outcome | undefined {
  const of = (name: string) => ACTIONS.find((action) => action === search.get(name));
  const done = of('done');
  const action = done ?? of('cancelled');
  return action && { action, done: done !== undefined };
}
