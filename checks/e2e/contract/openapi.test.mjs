import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { PORTAL } from '../lib/stack.mjs';
import { until } from '../lib/until.mjs';

const COMMITTED = new URL('../../../clients/web/openapi.json', import.meta.url);

it('the interface that the portal is built against is the platform’s own', async () => {
  // A service that has just started takes long over its part the first time, and is asked for it again.
  const answer = await until('every service has told its part', async () => {
    const told = await fetch(`${PORTAL}/api/openapi.json`);
    return told.status === 200 && told;
  });
  const { servers: here, ...running } = await answer.json();
  const { servers: anywhere, ...committed } = JSON.parse(readFileSync(COMMITTED, 'utf8'));
  assert.deepEqual(here, [{ url: PORTAL }]);
  assert.deepEqual(anywhere, [{ url: '/' }]);
  assert.deepEqual(committed, running, 'copy /api/openapi.json over clients/web/openapi.json and run `npm run api`');
});
