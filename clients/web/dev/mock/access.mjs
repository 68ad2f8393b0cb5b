import { randomUUID } from 'node:crypto';
import { people } from './state.mjs';

const DAY_MS = 86_400_000;
const inDays = (days) => new Date(Date.now() + days * DAY_MS).toISOString();

export const PERMISSIONS = [
  ...['services:read', 'services:manage', 'domains:manage', 'certificates:manage', 'storage:manage', 'orders:place'],
  ...['billing:read', 'billing:pay', 'support:read', 'support:write'],
  ...['contacts:manage', 'addressbook:manage', 'users:manage', 'account:manage'],
];

const SETS = [
  [
    'technician',
    ['services:read', 'services:manage', 'storage:manage', 'certificates:manage', 'support:read', 'support:write'],
  ],
  ['domain-expert', ['services:read', 'domains:manage', 'addressbook:manage']],
  ['colleague', PERMISSIONS],
  ['security-specialist', ['services:read', 'services:manage']],
  ['accountant', ['billing:read', 'billing:pay']],
].map(([name, permissions]) => ({ name, permissions, forChosenServices: name === 'security-specialist' }));

/** Who may act for whose account. */
let grants = [];
let invitations = [];

const grant = (person, account, permissions, services = 'all', endsAt) =>
  grants.unshift({ id: randomUUID(), person, account, permissions, services, endsAt, since: inDays(-20) });

const demo = people.known('demo');
const bruno = people.register('bruno', 'Bruno', 'Keller', 'en', 'bruno@keller-hosting.example');
bruno.openFrom = 0;
bruno.account.handle = 'zz22222-mo';
const alice = people.register('alice', 'Alice', 'Martin', 'fr', 'alice@hst-test.eu');
alice.openFrom = Infinity; // acts for others only
grant(demo, bruno, SETS[0].permissions);
grant(alice, demo, SETS[4].permissions, ['hst-test.eu', 'hst-test.fr'], inDays(90));
grant(bruno, demo, [...SETS[1].permissions, 'users:manage', 'billing:read']);
for (const [email, days] of [
  ['technique@infogerance-martin.example', -2],
  ['stagiaire@hst-test.eu', -12],
])
  invitations.push({
    ...{ id: randomUUID(), account: demo, token: email.split('@')[0], email, permissions: SETS[0].permissions },
    ...{ services: 'all', sentAt: inDays(days), expiresAt: inDays(days + 7) },
  });

const grantOf = (person, account) => grants.find((one) => one.person === person && one.account === account);
const shownGrant = ({ id, account, permissions, services, endsAt, since }) => ({
  ...{ id, account: account.account.handle, name: account.user.name },
  ...{ permissions, services, endsAt, since },
});
const shown = ({ account, token, ...invitation }) => ({
  ...invitation,
  state: Date.parse(invitation.expiresAt) > Date.now() ? 'pending' : 'expired',
});

/** For whom a call is made, and with which permissions; nothing where its person may not act for that account. */
export function actingFor({ person, request, url }) {
  const handle = request.headers['moorage-account'] ?? url.searchParams.get('account') ?? person.account.handle;
  if (handle === person.account.handle) return { account: person, permissions: PERMISSIONS };
  const found = grants.find((one) => one.person === person && one.account.account.handle === handle);
  return found && { account: found.account, permissions: found.permissions };
}

export function me(person, acting) {
  const own = { handle: person.account.handle, name: person.user.name, kind: 'customer', own: true };
  const accounts = grants
    .filter((one) => one.person === person)
    .map(({ id, account, permissions, services }) => ({
      ...{ handle: account.account.handle, name: account.user.name, kind: 'customer', own: false },
      ...{ permissions, services, delegation: id },
    }));
  const opened = Date.now() >= person.openFrom;
  if (opened) accounts.unshift({ ...own, permissions: PERMISSIONS, services: 'all' });
  const present = acting === person && !opened ? null : acting.account.handle;
  return { user: person.user, accounts, actingAccount: present };
}

function users({ acting }) {
  const of = (person) => ({ ...person.user, language: undefined });
  const owner = { ...of(acting.account), owner: true, permissions: PERMISSIONS, services: 'all', since: inDays(-57) };
  const others = grants
    .filter(({ account }) => account === acting.account)
    .map(({ person, permissions, services, endsAt, since }) => ({
      ...of(person),
      ...{ owner: false, permissions, services, endsAt, since },
    }));
  return { status: 200, body: { items: [owner, ...others], next: null } };
}

function refusalOf({ permissions, services, endsAt }, { acting }) {
  if (permissions.length === 0)
    return { status: 422, code: 'invalid-field', fields: [['/permissions', 'permissions-empty']] };
  if (services !== 'all' && services.length === 0)
    return { status: 422, code: 'invalid-field', fields: [['/services', 'services-invalid']] };
  if (endsAt && Date.parse(endsAt) < Date.now())
    return { status: 422, code: 'invalid-field', fields: [['/endsAt', 'end-in-past']] };
  if (!permissions.every((one) => acting.permissions.includes(one))) return { status: 403, code: 'not-yours-to-grant' };
  return undefined;
}

function invite(call) {
  const wish = JSON.parse(call.body);
  if (!/^\S+@\S+\.\S+$/.test(wish.email)) {
    return { status: 422, code: 'invalid-field', fields: [['/email', 'email-invalid']] };
  }
  const refusal = refusalOf(wish, call);
  if (refusal) return refusal;
  const token = randomUUID();
  const times = { sentAt: inDays(0), expiresAt: inDays(7) };
  const invitation = { id: randomUUID(), account: call.acting.account, token, ...wish, ...times };
  invitations.unshift(invitation);
  console.log(`mail to ${wish.email}: ${call.url.origin}/invitation#${token}`);
  return { status: 201, body: shown(invitation) };
}

function accept({ body, person }) {
  const invitation = invitations.find(({ token }) => token === JSON.parse(body).token);
  if (!invitation) return { status: 404, code: 'invitation-link-unknown' };
  if (shown(invitation).state === 'expired') return { status: 409, code: 'invitation-expired' };
  if (invitation.account === person) return { status: 422, code: 'owner-has-all' };
  if (invitation.email !== person.user.email) return { status: 403, code: 'invitation-for-another-address' };
  if (grantOf(person, invitation.account)) return { status: 409, code: 'has-access-already' };
  grant(person, invitation.account, invitation.permissions, invitation.services, invitation.endsAt);
  invitations = invitations.filter((one) => one !== invitation);
  return { status: 200, body: shownGrant(grants[0]) };
}

const NOTHING_THERE = { status: 404, code: 'not-found' };

function invitationRoute(call, id, step) {
  const mine = invitations.filter(({ account }) => account === call.acting.account);
  const { method } = call.request;
  if (!id) return method === 'POST' ? invite(call) : { status: 200, body: { items: mine.map(shown), next: null } };
  const invitation = mine.find((one) => one.id === id);
  if (!invitation) return NOTHING_THERE;
  if (method === 'DELETE') {
    invitations = invitations.filter((one) => one !== invitation);
    return { status: 204 };
  }
  if (step !== 'resend') return NOTHING_THERE;
  Object.assign(invitation, { token: randomUUID(), sentAt: inDays(0), expiresAt: inDays(7) });
  return { status: 200, body: shown(invitation) };
}

function userRoute(call, id) {
  if (!id) return users(call);
  const found = grants.find(({ person, account }) => person.user.id === id && account === call.acting.account);
  if (!found) return NOTHING_THERE;
  if (found.person === call.person) return { status: 403, code: 'own-access' };
  if (call.request.method === 'DELETE') {
    grants = grants.filter((one) => one !== found);
    return { status: 204 };
  }
  const wish = JSON.parse(call.body);
  const refusal = refusalOf(wish, call);
  if (refusal) return refusal;
  Object.assign(found, { endsAt: undefined, ...wish });
  return { status: 200, body: users(call).body.items.find((one) => one.id === id) };
}

function delegationRoute({ person, request }, id) {
  const mine = grants.filter((one) => one.person === person);
  if (request.method === 'GET') return { status: 200, body: { items: mine.map(shownGrant), next: null } };
  grants = grants.filter((one) => one.person !== person || one.id !== id);
  return { status: 204 };
}

/** Everybody's API tokens, by the account that they are for. */
let tokens = [
  {
    ...{ id: randomUUID(), person: demo, account: demo, name: 'Sauvegarde de nuit', permissions: ['services:read'] },
    ...{ services: 'all', expiresAt: inDays(20), createdAt: inDays(-10), lastUsedAt: inDays(-0.1) },
  },
];

function tokenRoute({ person, acting, request, body }, id) {
  const mine = tokens.filter((one) => one.person === person && one.account === acting.account);
  const tokenShown = ({ person: _, account, ...token }) => token;
  if (request.method === 'GET') return { status: 200, body: { items: mine.map(tokenShown), next: null } };
  if (request.method === 'DELETE') {
    tokens = tokens.filter((one) => one.id !== id);
    return { status: 204 };
  }
  const token = { id: randomUUID(), person, account: acting.account, createdAt: inDays(0), ...JSON.parse(body) };
  tokens.unshift(token);
  const secret = `mo_${randomUUID().replaceAll('-', '')}${randomUUID().slice(0, 8)}`;
  return { status: 201, body: { ...tokenShown(token), token: secret } };
}

/** What is asked about who may act for whom: a status with a body, or with the code of a problem; else nothing. */
export function accessRoute(call, path) {
  const [, list, id, step] = path.split('/');
  if (path === '/invitations/accept') return accept(call);
  if (list === 'delegations') return delegationRoute(call, id);
  if (list === 'api-tokens') return tokenRoute(call, id);
  if (!['users', 'invitations', 'permission-sets'].includes(list)) return undefined;
  if (!call.acting.permissions.includes('users:manage')) return { status: 403, code: 'not-permitted' };
  if (list === 'users') return userRoute(call, id);
  if (list === 'invitations') return invitationRoute(call, id, step);
  return { status: 200, body: { items: SETS } };
}
