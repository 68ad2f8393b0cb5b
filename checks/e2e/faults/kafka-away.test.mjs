import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { DEMO, moorage, PORTAL } from '../lib/stack.mjs';
import { published } from '../oracle/topics.mjs';

const OUTAGE_MS = Number(process.env.MOORAGE_OUTAGE_SECONDS ?? 20) * 1000;
const FIFTY = 5000;

describe('while Kafka is away', () => {
  journey('commands go on, and what they brought about follows once', { language: 'en' }, async (visitor) => {
    const { page } = visitor;
    const customer = new Customer(visitor);
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    await page.goto(`${PORTAL}/billing/balance`);
    const before = await visitor.balance();
    await page.evaluate(() => (window.neverReloaded = true));

    const topUp = await withoutKafka(async () => {
      const paid = await customer.askForTopUp('50.00');
      await customer.pay(paid);
      await customer.balanceIs(before + FIFTY);
      assert.equal((await customer.topUp(paid.id)).state, 'completed');
      return paid.id;
    });

    await visitor.balanceIs(before + FIFTY);
    assert.equal(await page.evaluate(() => window.neverReloaded), true);
    assert.equal((await published('TopUpCompleted')).filter(({ data }) => data.topUpId === topUp).length, 1);
    assert.equal((await published('BalanceChanged')).filter(({ data }) => data.reference === topUp).length, 1);
  });
});

/** The length of the outage is what is being tested: it has to be longer than clients' patience. */
async function withoutKafka(work) {
  await moorage('stop', 'kafka');
  try {
    const [result] = await Promise.all([work(), pause(OUTAGE_MS)]);
    return result;
  } finally {
    await moorage('start', 'kafka');
  }
}
