import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { note } from '../lib/journal.mjs';
import { DEMO, LOGS, moorage, PORTAL, processOf } from '../lib/stack.mjs';
import { until } from '../lib/until.mjs';
import { published } from '../oracle/topics.mjs';

const FIFTY = 5000;

function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The simulators say of each attempt to deliver how it ended. */
function attempts(checkoutUrl) {
  const checkout = checkoutUrl.split('/').at(-1);
  const lines = readFileSync(`${LOGS}/simulators.log`, 'utf8').split('\n');
  return lines.filter((line) => line.includes(`of ${checkout}: `)).map((line) => line.split(': ').at(-1));
}

describe('when billing dies between the payment page and the webhook', () => {
  journey('the payment is reported again and counts once', { language: 'fr' }, async (visitor) => {
    const { page, words } = visitor;
    const customer = new Customer(visitor);
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    const before = await customer.balance();
    const topUp = await customer.askForTopUp('50.00');
    await page.goto(topUp.checkoutUrl);

    const { pid } = processOf('billing');
    process.kill(pid, 'SIGKILL');
    try {
      await until('billing is dead', () => !alive(pid));
      await page.locator('button[name="action"][value="pay"]').click();
      await page.waitForURL(`${PORTAL}/billing/top-ups/${topUp.id}`);
      note({ said: 'paid', topUp: topUp.id });
      await until('the payment was reported in vain', () => attempts(topUp.checkoutUrl).length > 0);
      await visitor.picture('billing-away');
    } finally {
      await moorage('start', 'billing');
    }

    await until('the payment is taken', () => attempts(topUp.checkoutUrl).at(-1) === '204');
    // The page that found billing away goes on by itself.
    await page.getByRole('main').getByText(words.credited, { exact: true }).waitFor();
    await customer.balanceIs(before + FIFTY);
    assert.notEqual(attempts(topUp.checkoutUrl)[0], '204');
    assert.equal((await customer.linesOf(topUp.id)).length, 1);
    assert.equal((await customer.topUp(topUp.id)).state, 'completed');
    const isOurs = ({ data }) => data.reference === topUp.id;
    await until('the change of the balance is public', async () => (await published('BalanceChanged')).some(isOurs));
    assert.equal((await published('BalanceChanged')).filter(isOurs).length, 1);
    const completed = (await published('TopUpCompleted')).filter(({ data }) => data.topUpId === topUp.id);
    assert.equal(completed.length, 1);
  });
});
