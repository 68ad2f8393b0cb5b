import { serverNow } from '../api/serverTime';
import type { PreferredFactor, Security } from '../api/types';
import type { Action } from './address';

/** Fewer codes than this are soon used up. */
const FEW_CODES = 3;

/** How well a log-in is protected: the one thing about it that most wants saying. */
export type Protection = 'password-only' | 'sms-only' | 'no-codes' | 'few-codes' | 'good';

/** The second factors that are set up and can be preferred, the safest first. */
export function factorsOf({ passkeys, totp, phone }: Security): PreferredFactor[] {
  return [
    ...(passkeys.length > 0 ? (['passkey'] as const) : []),
    ...(totp.length > 0 ? (['totp'] as const) : []),
    ...(phone ? (['phone'] as const) : []),
  ];
}

export function protectionOf(security: Security): Protection {
  const [safest] = factorsOf(security);
  if (!safest) return 'password-only';
  if (safest === 'phone') return 'sms-only';
  if (!security.recoveryCodes) return 'no-codes';
  return security.recoveryCodes.left < FEW_CODES ? 'few-codes' : 'good';
}

/** What to set up next, if anything. */
export const NEXT: Record<Protection, Action[]> = {
  'password-only': ['passkey', 'totp'],
  'sms-only': ['passkey', 'totp'],
  'no-codes': ['recovery-codes'],
  'few-codes': ['recovery-codes'],
  good: [],
};

/** Whether the log-in is recent enough for what needs a fresh one. */
export function isFresh(security: Security | undefined): boolean {
  return Date.parse(security?.freshUntil ?? '') > serverNow();
}
