import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import { ACCESS } from '../lib/access.mjs';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { DEMO, KEYCLOAK, PORTAL, SECOND, STAFF, TECHNICIAN } from '../lib/stack.mjs';
import { until } from '../lib/until.mjs';
import { Visitor } from '../lib/visitor.mjs';

const EVERYTHING = [
  'services:read',
  'services:manage',
  'domains:manage',
  'certificates:manage',
  'storage:manage',
  'orders:place',
  'billing:read',
  'billing:pay',
  'support:read',
  'support:write',
  'contacts:manage',
  'addressbook:manage',
  'users:manage',
  'account:manage',
];
const FOREIGN_SERVER = '20115';
const UNKNOWN = { number: '99999', id: randomUUID() };
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

const { paths } = await until('every service has told its part of the interface', async () => {
  const answer = await fetch(`${PORTAL}/api/openapi.json`);
  return answer.ok && answer.json();
});
const OPERATIONS = Object.entries(paths).flatMap(([path, methods]) =>
  METHODS.filter((method) => method in methods).map((method) => ({
    path,
    method: method.toUpperCase(),
    id: methods[method].operationId,
    body: Object.keys(methods[method].requestBody?.content ?? {})[0],
  })),
);

/** One request, with a body that nobody can read where one is due: who may not is told so before it is looked at. */
async function ask({ path, method, body }, bearer, ids = UNKNOWN, more = {}) {
  const headers = { ...more, Accept: 'application/json, text/event-stream, application/problem+json', 'Accept-Language': 'en' };
  if (bearer) headers.Authorization = `Bearer ${bearer}`;
  if (body) headers['Content-Type'] = body;
  const address = PORTAL + path.replace(/\{(\w+)}/g, (_, name) => ids[name] ?? UNKNOWN[name]);
  const stop = new AbortController();
  const answer = await fetch(address, { method, headers, body: body && 'nonsense', signal: stop.signal });
  const problem = answer.headers.get('content-type')?.includes('problem') ? await answer.json() : {};
  stop.abort(); // a stream would go on
  return { status: answer.status, code: problem.code, detail: problem.detail };
}

const part = (json) => Buffer.from(JSON.stringify(json)).toString('base64url');

/** A token for the gateway as its issuer would make it, but for who signs it. */
function forged(alg, key) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: `${KEYCLOAK}/realms/moorage`,
    aud: ['moorage-gateway'],
    sub: randomUUID(),
    sid: randomUUID(),
    typ: 'Bearer',
    azp: 'moorage-cli',
    iat: now,
    exp: now + 300,
  };
  const unsigned = `${part({ alg, typ: 'JWT', kid: 'k' })}.${part(claims)}`;
  return `${unsigned}.${key ? sign('RSA-SHA256', Buffer.from(unsigned), key).toString('base64url') : ''}`;
}

/** Good at Keycloak, but made for nobody in particular. */
async function tokenForAnotherAudience() {
  const answer = await fetch(`${KEYCLOAK}/realms/moorage/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'admin-cli',
      username: TECHNICIAN.login,
      password: TECHNICIAN.password,
    }),
  });
  assert.equal(answer.status, 200);
  return (await answer.json()).access_token;
}

async function apiToken(customer, permissions, lifeMs = 3_600_000) {
  const expiresAt = new Date(Date.now() + lifeMs).toISOString();
  const body = { name: 'access matrix', permissions, services: 'all', expiresAt };
  const answer = await customer.call('POST', '/api-tokens', { body });
  assert.equal(answer.status(), 201, await answer.text());
  return (await answer.json()).token;
}

async function loggedIn(visitor, who) {
  await visitor.openPortal();
  await visitor.logIn(who);
  return new Customer(visitor);
}

/** What a browser sends for somebody who has logged in and acts for an account. */
async function inPerson(visitor, who, account) {
  const customer = await loggedIn(visitor, who);
  const cookies = await visitor.context.cookies(PORTAL);
  return {
    Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    'X-XSRF-TOKEN': await customer.token(),
    'Moorage-Account': account,
  };
}

/** What an API token with these permissions is to be answered; undefined where it is let in. */
function refusalOf({ id }, held) {
  const { needs, person } = ACCESS[id];
  if (person) return 'log-in-needed';
  return needs.every((permission) => held.includes(permission)) ? undefined : 'not-permitted';
}

describe('the access matrix', () => {
  it('has a row for each operation, and none besides', () => {
    assert.deepEqual(
      Object.keys(ACCESS).sort(),
      OPERATIONS.map(({ id }) => id).sort(),
    );
  });

  journey('lets in nobody whose token is missing, forged, expired or somebody else’s', { language: 'en' }, async (visitor) => {
    const customer = await loggedIn(visitor, DEMO);
    const expired = await apiToken(customer, EVERYTHING, 1500);
    await until('the token has expired', async () => (await ask({ path: '/api/v1/balance', method: 'GET' }, expired)).status === 401);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const mistyped = (await apiToken(customer, EVERYTHING)).replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'));
    const callers = {
      nobody: undefined,
      'alg=none': forged('none'),
      'another key': forged('RS256', privateKey),
      'another audience': await tokenForAnotherAudience(),
      'an expired API token': expired,
      'a mistyped API token': mistyped,
    };
    for (const [who, bearer] of Object.entries(callers)) {
      for (const operation of OPERATIONS) {
        const { status, code } = await ask(operation, bearer);
        assert.deepEqual([status, code], [401, 'login-required'], `${operation.id} by ${who}`);
      }
    }
  });

  journey('gives to each set of permissions what it is for, and nothing else', { language: 'en' }, async (visitor) => {
    const customer = await loggedIn(visitor, DEMO);
    const { items: sets } = await customer.read('/permission-sets');
    const held = Object.fromEntries(sets.map(({ name, permissions }) => [name, permissions]));
    const callers = { everything: EVERYTHING, 'support only': ['support:read'], ...held };
    for (const [who, permissions] of Object.entries(callers)) {
      const bearer = await apiToken(customer, permissions);
      for (const operation of OPERATIONS) {
        const { status, code } = await ask(operation, bearer);
        const refusal = refusalOf(operation, permissions);
        const what = `${operation.id} by ${who}: ${status} ${code}`;
        if (refusal) assert.deepEqual([status, code], [403, refusal], what);
        else assert.ok(status !== 401 && status !== 403 && status < 500, what);
      }
    }
  });

  journey('lets staff do for a customer all but say whom it trusts, and nobody else', { language: 'en' }, async (visitor) => {
    const staff = await inPerson(visitor, STAFF, DEMO.account);
    const mayDo = EVERYTHING.filter((permission) => permission !== 'users:manage');
    for (const operation of OPERATIONS.filter(({ id }) => !ACCESS[id].person)) {
      const { status, code } = await ask(operation, undefined, UNKNOWN, staff);
      const what = `${operation.id} by staff: ${status} ${code}`;
      if (refusalOf(operation, mayDo)) assert.deepEqual([status, code], [403, 'not-permitted'], what);
      else assert.ok(status !== 401 && status !== 403 && status < 500, what);
    }
    const other = await Visitor.arrive(visitor.context.browser());
    const callers = {
      'another customer': await inPerson(other, TECHNICIAN, SECOND.account),
      'staff, for nobody': { ...staff, 'Moorage-Account': 'zz99999-mo' },
    };
    for (const [who, headers] of Object.entries(callers)) {
      for (const operation of OPERATIONS.filter(({ id }) => !ACCESS[id].person)) {
        const { status, code } = await ask(operation, undefined, UNKNOWN, headers);
        assert.deepEqual([status, code], [403, 'account-not-granted'], `${operation.id} by ${who}`);
      }
    }
    await other.leave();
  });

  journey('tells nobody whether what they may not see is there', { language: 'en' }, async (visitor) => {
    const owner = await apiToken(await loggedIn(visitor, DEMO), EVERYTHING);
    const other = await Visitor.arrive(visitor.context.browser());
    const foreign = await idsOf(await loggedIn(other, TECHNICIAN));
    for (const operation of OPERATIONS.filter(({ path }) => path.includes('{'))) {
      const unknown = await ask(operation, owner);
      for (const id of operation.path.includes('{number}') ? [{ number: FOREIGN_SERVER }] : foreign) {
        assert.deepEqual(await ask(operation, owner, id), unknown, `${operation.id} of ${JSON.stringify(id)}`);
      }
      if (operation.method === 'GET') assert.equal(unknown.status, 404, operation.id);
    }
    await other.leave();
  });

  /** Things of each kind that are another account's. */
  async function idsOf(customer) {
    const invited = { email: `${randomUUID()}@example.eu`, permissions: ['services:read'], services: 'all' };
    const invitation = await customer.call('POST', '/invitations', { body: invited });
    const topUp = await customer.askForTopUp('20.00');
    const { items: emails } = await customer.read('/emails');
    const { items: sessions } = await customer.read('/me/sessions');
    await apiToken(customer, ['services:read']);
    const { items: tokens } = await customer.read('/api-tokens');
    const things = [await invitation.json(), topUp, ...emails.slice(0, 1), ...sessions.slice(0, 1), ...tokens.slice(0, 1)];
    assert.equal(things.length, 5);
    return things.map(({ id }) => ({ id }));
  }
});
