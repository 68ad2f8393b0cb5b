import { describe, expect, it } from 'vitest';
import type { LogInSession, Security } from '../api/types';
import { en } from '../i18n/en';
import { translateWith } from '../i18n/I18n';
import { BARE, HERE, SECURITY, TELEPHONE, TERMINAL } from '../testing/security';
import { deviceOf, nameOf, placeOf } from './device';
import { protectionOf } from './protection';

describe('a log-in’s protection', () => {
  const codes = (left: number) => ({ id: 'c1', left, since: '2026-10-04T08:00:00Z' });
  const of = (change: object) => protectionOf(Object.assign({}, SECURITY, change) as object as Security);

  it('is by the password only without a second factor, recovery codes or not', () => {
    expect(of(BARE)).toBe('password-only');
    expect(of({ ...BARE, recoveryCodes: codes(12) })).toBe('password-only');
  });

  it('is weak by SMS alone', () => {
    expect(of({ totp: [], passkeys: [] })).toBe('sms-only');
  });

  it('lacks recovery codes, or soon will', () => {
    expect(of({})).toBe('no-codes');
    expect(of({ recoveryCodes: codes(2) })).toBe('few-codes');
    expect(of({ recoveryCodes: codes(3) })).toBe('good');
  });
});

describe('a session', () => {
  const t = translateWith(en);
  const of = (session: object) => session as LogInSession;

  it('is recognised by browser and system, as far as they are known', () => {
    expect(nameOf(of(HERE), t)).toBe('Firefox 146 · Windows 11');
    expect(nameOf(of({ ...HERE, browser: 'Other/Unknown' }), t)).toBe('Windows 11');
    expect(nameOf(of({ ...HERE, browser: null, system: 'Other' }), t)).toBe('Unknown device');
    expect(nameOf(of(TERMINAL), t)).toBe('Command line (moor)');
  });

  it('shows what it is used on', () => {
    expect([HERE, TELEPHONE, TERMINAL].map((one) => deviceOf(of(one)))).toEqual(['computer', 'phone', 'terminal']);
    expect(deviceOf(of({ ...HERE, client: 'app' }))).toBe('phone');
    expect(placeOf(of(TELEPHONE))).toBe('iPhone · 198.51.100.7');
    expect(placeOf(of(HERE))).toBe('198.51.100.7');
  });
});
