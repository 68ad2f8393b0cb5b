import { ME } from './FakeGateway';

export const OTHER = {
  handle: 'zz22222-mo',
  name: 'Bruno Keller',
  kind: 'customer',
  own: false,
  permissions: ['services:read', 'services:manage'],
  services: ['10427'],
  delegation: 'd1',
};

export const OWNER = {
  id: 'u1',
  login: 'demo',
  name: 'Camille Durand',
  email: 'demo@hst-test.eu',
  owner: true,
  permissions: ['account:manage', 'billing:read', 'billing:pay', 'services:read', 'services:manage', 'users:manage'],
  services: 'all',
  since: '2026-10-01T08:00:00Z',
};

export const USER = {
  id: 'u2',
  login: 'alice',
  name: 'Alice Martin',
  email: 'alice@hst-test.eu',
  owner: false,
  permissions: ['billing:pay', 'billing:read'],
  services: ['10427'],
  endsAt: '2027-01-01T00:00:00Z',
  since: '2026-11-01T08:00:00Z',
  lastUsedAt: '2026-11-25T09:30:00Z',
};

export const INVITATION = {
  id: 'i1',
  email: 'bob@hst-test.eu',
  permissions: ['services:read'],
  services: 'all',
  state: 'pending',
  sentAt: '2026-11-24T08:00:00Z',
  expiresAt: '2026-12-01T08:00:00Z',
};

export const SETS = {
  items: [
    { name: 'accountant', permissions: ['billing:pay', 'billing:read'], forChosenServices: false },
    { name: 'security-specialist', permissions: ['services:manage', 'services:read'], forChosenServices: true },
    { name: 'domain-expert', permissions: ['addressbook:manage', 'domains:manage'], forChosenServices: false },
  ],
};

export const DELEGATION = {
  id: 'd1',
  account: OTHER.handle,
  name: OTHER.name,
  permissions: OTHER.permissions,
  services: OTHER.services,
  endsAt: '2027-01-01T00:00:00Z',
  since: '2026-11-01T08:00:00Z',
};

const OWN = { ...ME.accounts[0], permissions: OWNER.permissions };

/** The demo user, who manages the users of their own account and may act for another. */
export const DELEGATE = { ...ME, accounts: [OWN, OTHER] };

/** The same while they act for a given account, as the gateway tells it by the request's header. */
export function meFor({ headers }: { headers: Headers }) {
  return { ...DELEGATE, actingAccount: headers.get('Moorage-Account') ?? 'xx11111-mo' };
}
