import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { PORTAL } from '../lib/stack.mjs';

const COMMITTED = new URL('../../../clients/web/openapi.json', import.meta.url);

it('the interface that the portal is built against is the platform’s own', async () => {
  const answer = await fetch(`${PORTAL}/api/openapi.json`);
  assert.equal(answer.status, 200);
  const { servers: here, ...running } = await answer.json();
  const { servers: anywhere, ...committed } = JSON.parse(readFileSync(COMMITTED, 'utf8'));
  assert.deepEqual(here, [{ url: PORTAL }]);
  assert.deepEqual(anywhere, [{ url: '/' }]);
  assert.deepEqual(committed, running, 'copy /api/openapi.json over clients/web/openapi.json and run `npm run api`');
});
