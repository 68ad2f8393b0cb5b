import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { machine } from '../lib/machines.mjs';
import { BUSY_SERVER } from '../lib/stack.mjs';
import { until } from '../lib/until.mjs';
import { published } from './topics.mjs';

/** All but what goes on for half an hour, so that there is a busy server to see. */
async function publishedOf(event) {
  return (await published(event, 'inventory')).filter(({ data }) => data.server !== BUSY_SERVER);
}

describe('actions, beside what the machines themselves have noted,', () => {
  /** Every action that was asked for, and how it ended, by id. */
  let requested;
  let finished;
  /** Every physical effect on a server that an action was asked for. */
  let effects;

  before(async () => {
    await until('every action has ended', async () => {
      requested = await publishedOf('ServerActionRequested');
      finished = await publishedOf('ServerActionFinished');
      return finished.length >= requested.length;
    });
    const servers = new Set(requested.map(({ data }) => data.server));
    const machines = await Promise.all([...servers].map(machine));
    effects = machines.flatMap(({ number, log }) => log.map((line) => ({ server: number, ...line })));
  });

  it('have ended, once each', () => {
    const ids = (events) => events.map(({ data }) => data.actionId).sort();
    assert.deepEqual(ids(finished), ids(requested));
  });

  it('were carried out once if they succeeded, and not at all if they were cancelled', () => {
    for (const { data } of finished) {
      const { actionId, server, type, outcome } = data;
      const own = effects.filter(({ operation }) => operation === actionId).map((line) => [line.server, line.effect]);
      if (outcome === 'succeeded') assert.deepEqual(own, [[server, type]], actionId);
      else if (outcome === 'cancelled') assert.deepEqual(own, [], actionId);
      // What failed or timed out may have been done or not: nobody could tell, and nobody said otherwise.
      else assert.ok(own.length <= 1, actionId);
    }
  });

  it('are all that was ever done, and never two at once', () => {
    const known = new Set(requested.map(({ data }) => data.actionId));
    assert.deepEqual(effects.filter(({ operation }) => !known.has(operation)), []);
    assert.deepEqual(effects.filter(({ beside }) => beside), []);
  });
});
