import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { OpenAPIClientAxios } from 'openapi-client-axios';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { Moor } from '../lib/moor.mjs';
import { DEMO, PORTAL } from '../lib/stack.mjs';
import { until } from '../lib/until.mjs';

const STOPPED_WITHIN_MS = 2000;

/** A client made from the merged interface document: its methods are the operations that stand there. */
async function generatedClient(token) {
  const definition = `${PORTAL}/api/openapi.json`;
  const api = new OpenAPIClientAxios({
    definition,
    withServer: { url: PORTAL },
    axiosConfigDefaults: { headers: { Authorization: `Bearer ${token}` }, validateStatus: () => true },
  });
  return api.init();
}

async function createToken(customer, name, permissions) {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const body = { name, permissions, services: 'all', expiresAt };
  const answer = await customer.call('POST', '/api-tokens', { body });
  assert.equal(answer.status(), 201, await answer.text());
  return answer.json();
}

/** Until the client is refused as nobody; how long that took. */
async function refusedAfter(client, revokedAt) {
  for (;;) {
    const { status } = await client.getServers({ limit: 1 });
    if (status === 401) return Date.now() - revokedAt;
    assert.equal(status, 200);
    await pause(20);
  }
}

describe('an API token', () => {
  journey('lets a generated client do what it is for, and nothing after it is revoked', { language: 'en' }, async (visitor) => {
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    const customer = new Customer(visitor);
    const { number } = await customer.freeServer();
    const { id, token } = await createToken(customer, 'Night job', ['services:read', 'services:manage']);
    const client = await generatedClient(token);

    const { data: me } = await client.getMe();
    assert.equal(me.actingAccount, DEMO.account);
    const { data: servers } = await client.getServers({ search: number });
    assert.ok(servers.items.some((server) => server.number === number));
    const asked = await client.postServersByNumberActions({ number }, { type: 'reboot' });
    assert.equal(asked.status, 202, JSON.stringify(asked.data));
    await until('the reboot is done', async () => {
      const { data } = await client.getActionsById({ id: asked.data.id });
      return data.state === 'succeeded';
    });

    const balance = await client.getBalance();
    assert.deepEqual([balance.status, balance.data.code], [403, 'not-permitted']);
    const another = await client.postApiTokens({}, { name: 'more', permissions: ['services:read'], services: 'all' });
    assert.deepEqual([another.status, another.data.code], [403, 'log-in-needed']);
    const elsewhere = await client.getServers({ limit: 1, 'Moorage-Account': 'zz22222-mo' });
    assert.deepEqual([elsewhere.status, elsewhere.data.code], [403, 'account-not-granted']);

    const revoked = await customer.call('DELETE', `/api-tokens/${id}`);
    assert.equal(revoked.status(), 204);
    const took = await refusedAfter(client, Date.now());
    console.log(`revoked: the API token was refused after ${took} ms`);
    assert.ok(took <= STOPPED_WITHIN_MS, 'it was good for too long');
  });

  journey('is created on a page that shows it once', { language: 'fr' }, async (visitor) => {
    const { page, words } = visitor;
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    await visitor.chooseInAccountMenu(words.tokens);
    await page.getByRole('button', { name: words.createToken }).click();
    const window = page.getByRole('dialog', { name: words.createToken });
    await window.getByLabel(words.tokenName).fill('Sauvegarde');
    await window.getByLabel(words.seeServices).check();
    await visitor.picture('new-api-token');
    await window.getByRole('button', { name: words.createToken }).click();
    const shown = window.getByLabel(words.token);
    await shown.waitFor();
    await visitor.picture('api-token');
    const client = await generatedClient(await shown.inputValue());
    assert.equal((await client.getServers({ limit: 1 })).status, 200);

    await page.reload();
    await page.getByText('Sauvegarde', { exact: true }).waitFor();
    assert.doesNotMatch(await page.content(), /mo_[0-9A-Za-z]{49}/);
    await visitor.picture('api-tokens');
  });

  journey('is all that the command line needs', { language: 'en' }, async (visitor) => {
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    const { token } = await createToken(new Customer(visitor), 'moor', ['services:read']);
    const moor = await Moor.unpack();

    const login = await moor.run('login', '--token', { typed: `${token}\n` });
    assert.equal(login.code, 0, login.said);
    assert.ok(!login.said.includes(token), 'the token is shown');
    const listed = await moor.run('servers', 'list', '--output', 'json');
    assert.equal(listed.code, 0, listed.said);
    const refused = await moor.run('balance');
    assert.equal(refused.code, 1, refused.said);
    assert.match(refused.said, /\[not-permitted\]/);
    assert.equal((await moor.run('logout')).code, 0);
    await moor.throwAway();
  });
});
