import { randomUUID } from 'node:crypto';

const FRESH_MS = 5 * 60_000;
const ago = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** How one person logs in, and where they are logged in. */
export class Security {
  phone = null;
  totp = [];
  passkeys = [];
  recoveryCodes = null;
  preferred = null;
  freshUntil = null;
  sessions = [
    session({ current: true, browser: 'Firefox/146.0', system: 'Windows 11', device: 'Other', startedAt: ago(3) }, 0),
  ];

  logIn() {
    this.freshUntil = new Date(Date.now() + FRESH_MS).toISOString();
  }

  /** Something of everything. */
  fill() {
    this.phone = { number: '+33 • •• •• •• 01', since: ago(1300) };
    this.totp = [{ id: randomUUID(), label: 'Aegis (Pixel 9)', since: ago(900) }];
    this.passkeys = [
      { id: randomUUID(), label: 'MacBook de Camille', since: ago(400) },
      { id: randomUUID(), label: 'YubiKey 5C', since: ago(30) },
    ];
    this.preferred = 'passkey';
    this.sessions.push(
      session({ browser: 'Safari/19.1', system: 'iOS 19.1', device: 'iPhone' }, 2),
      session({ client: 'cli', system: 'Debian 13' }, 26),
      session({ browser: 'Chrome/142.0.7444', system: 'Android 16', device: 'Pixel 9' }, 220),
      session({ address: '2001:db8:4a::1f3' }, 300),
    );
  }

  setUp(action) {
    const since = new Date().toISOString();
    const one = (label) => ({ id: randomUUID(), label, since });
    if (action === 'phone') this.phone = { number: '+33 • •• •• •• 42', since };
    if (action === 'totp') this.totp.push(one('FreeOTP'));
    if (action === 'passkey') this.passkeys.push(one('Bitwarden'));
    if (action === 'recovery-codes') this.recoveryCodes = { id: randomUUID(), left: 12, since };
    this.preferred ??= { phone: 'phone', totp: 'totp', passkey: 'passkey' }[action] ?? null;
  }

  toJSON() {
    const { sessions, ...rest } = this;
    return { ...rest, emailVerified: true };
  }
}

function session(known, hours) {
  const unknown = {
    current: false,
    browser: null,
    system: null,
    device: 'Other',
    client: 'portal',
    address: '198.51.100.7',
  };
  return { id: randomUUID(), ...unknown, startedAt: ago(hours + 40), lastUsedAt: ago(hours), ...known };
}

const REMOVALS = {
  phone: (security) => (security.phone = null),
  'recovery-codes': (security) => (security.recoveryCodes = null),
  totp: (security, id) => (security.totp = security.totp.filter((one) => one.id !== id)),
  passkeys: (security, id) => (security.passkeys = security.passkeys.filter((one) => one.id !== id)),
};

/** What is asked of it under /me: a status with a body, or with the code of a problem. */
export function securityRoute(security, method, path, url, body) {
  const [, , what, ...rest] = path.split('/');
  if (what === 'sessions') return sessionRoute(security, method, rest[0], url);
  if (what !== 'security') return { status: 404, code: 'not-found' };
  if (method === 'GET') return { status: 200, body: security };
  const prefers = method === 'PUT' && rest.length === 0;
  const removal = method === 'DELETE' && REMOVALS[rest[0]];
  if (!prefers && !removal) return { status: 404, code: 'not-found' };
  if (!(Date.parse(security.freshUntil) > Date.now())) return { status: 403, code: 'fresh-log-in-required' };
  if (prefers) {
    security.preferred = JSON.parse(body).preferred;
    return { status: 200, body: security };
  }
  removal(security, rest[1]);
  return { status: 204 };
}

function sessionRoute(security, method, id, url) {
  if (method === 'GET') return { status: 200, body: { items: security.sessions, next: null } };
  if (method !== 'DELETE' || (!id && url.searchParams.get('others') !== 'true'))
    return { status: 404, code: 'not-found' };
  security.sessions = security.sessions.filter((one) => one.current || (id && one.id !== id));
  return { status: 204 };
}
