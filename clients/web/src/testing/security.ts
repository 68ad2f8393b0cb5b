/** A user with one of everything but recovery codes, whose log-in is not fresh any more. */
export const SECURITY = {
  phone: { number: '+33 • •• •• •• 01', since: '2026-10-01T08:00:00Z' },
  totp: [{ id: 'o1', label: 'Aegis', since: '2026-10-02T08:00:00Z' }],
  passkeys: [{ id: 'k1', label: 'YubiKey', since: '2026-10-03T08:00:00Z' }],
  recoveryCodes: null,
  preferred: 'passkey',
  emailVerified: true,
  freshUntil: null,
};

/** The same, until whose change nobody has to log in once more. */
export const FRESH = { ...SECURITY, freshUntil: new Date(Date.now() + 300_000).toISOString() };

/** What somebody has who has set up nothing. */
export const BARE = { ...SECURITY, phone: null, totp: [], passkeys: [], preferred: null };

export const APPLICATION = {
  id: 'harbour-board',
  name: 'Harbour Board',
  permissions: ['billing:read', 'services:read'],
  since: '2026-11-21T08:00:00Z',
};

const SESSION = {
  current: false,
  startedAt: '2026-11-20T08:00:00Z',
  lastUsedAt: '2026-11-25T09:30:00Z',
  address: '198.51.100.7',
  device: 'Other',
  browser: null,
  system: 'Other',
  client: 'portal',
};
export const HERE = { ...SESSION, id: 's1', current: true, browser: 'Firefox/146.0', system: 'Windows 11' };
export const TELEPHONE = { ...SESSION, id: 's2', browser: 'Safari/19.1.2', system: 'iOS 19', device: 'iPhone' };
export const TERMINAL = { ...SESSION, id: 's3', client: 'cli', address: '192.0.2.8' };
