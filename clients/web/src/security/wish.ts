import { put, remove } from '../api/client';
import type { PreferredFactor } from '../api/types';

/** What can be asked for on the page of security settings. */
const KINDS = [
  'prefer',
  'remove-phone',
  'remove-totp',
  'remove-passkey',
  'remove-recovery-codes',
  'end-session',
  'end-other-sessions',
  'withdraw-application',
] as const;
export type WishKind = (typeof KINDS)[number];

/** One wish; its id tells which of several is meant, and is empty where there is only one. */
export interface Wish {
  kind: WishKind;
  id: string;
}

/** A wish as it stands in an address, while its user logs in again for it. */
export function wished({ kind, id }: Wish): URLSearchParams {
  return new URLSearchParams({ again: kind, ...(id && { id }) });
}

export function wishIn(search: URLSearchParams): Wish | undefined {
  const kind = KINDS.find((one) => one === search.get('again'));
  return kind && { kind, id: search.get('id') ?? '' };
}

/** The part of the page that a wish is about. */
export function partOf({ kind }: Wish): 'sessions' | 'applications' | 'factors' {
  if (kind === 'withdraw-application') return 'applications';
  return kind.startsWith('end-') ? 'sessions' : 'factors';
}

/** Whether the server is known to want a fresh log-in for it. The server decides: it may want one for more. */
export function wantsFreshLogIn({ kind }: Wish): boolean {
  return kind === 'prefer' || kind.startsWith('remove-');
}

/** Sends a wish to the server. */
export function send({ kind, id }: Wish): Promise<unknown> {
  switch (kind) {
    case 'prefer':
      return put('/api/v1/me/security', { preferred: id as PreferredFactor });
    case 'remove-phone':
      return remove('/api/v1/me/security/phone');
    case 'remove-totp':
      return remove('/api/v1/me/security/totp/{id}', { params: { id } });
    case 'remove-passkey':
      return remove('/api/v1/me/security/passkeys/{id}', { params: { id } });
    case 'remove-recovery-codes':
      return remove('/api/v1/me/security/recovery-codes');
    case 'end-session':
      return remove('/api/v1/me/sessions/{id}', { params: { id } });
    case 'end-other-sessions':
      return remove('/api/v1/me/sessions', { query: { others: 'true' } });
    case 'withdraw-application':
      return remove('/api/v1/me/applications/{id}', { params: { id } });
  }
}
