import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { note } from '../lib/journal.mjs';
import { paid, report, signature } from '../lib/provider.mjs';
import { DEMO } from '../lib/stack.mjs';
import { query } from '../oracle/books.mjs';

const FIFTY = 5000;
const REFUSED = { en: /signature of this report/, fr: /signature de cet avis/ };

const casesOf = (payment) =>
  query('billing', 'select top_up, reason from payment_case where reference = $1', [payment]);

/** A good payment of another top-up, after which whatever came before it has had its effect too. */
async function payProperly(customer) {
  const topUp = await customer.askForTopUp('50.00');
  assert.equal((await report(paid(topUp.id, '50.00'))).status, 204);
  note({ said: 'paid', topUp: topUp.id });
}

/** Starts with a top-up that waits for its payment; ends with the balance as it has to be, to the cent. */
function webhook(sentence, arrivals) {
  journey(sentence, {}, async (visitor) => {
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    const customer = new Customer(visitor);
    const before = await customer.balance();
    const topUp = await customer.askForTopUp('50.00');
    const credited = await arrivals(customer, topUp);
    await payProperly(customer);
    await customer.balanceIs(before + credited + FIFTY);
    assert.equal((await customer.linesOf(topUp.id)).length, credited === 0 ? 0 : 1);
  });
}

describe('a report of a payment', () => {
  webhook('that the provider has not signed is refused, in both languages', async (customer, { id }) => {
    const body = paid(id, '50.00');
    const longAgo = Math.floor(Date.now() / 1000) - 3600;
    const forged = {
      unsigned: [body, null],
      garbage: [body, 'garbage'],
      'wrong key': [body, signature(body, { key: 'not the key' })],
      'signed for another amount': [paid(id, '5000.00'), signature(body)],
      'signed an hour ago': [body, signature(body, { at: longAgo })],
    };
    for (const [forgery, [sent, signed]] of Object.entries(forged)) {
      for (const [language, sentence] of Object.entries(REFUSED)) {
        const answer = await report(sent, { signed, language });
        assert.equal(answer.status, 401, forgery);
        assert.match(answer.headers.get('content-type'), /^application\/problem\+json/);
        const problem = await answer.json();
        assert.equal(problem.code, 'signature-invalid', forgery);
        assert.match(problem.detail, sentence, forgery);
      }
    }
    assert.equal((await customer.topUp(id)).state, 'pending');
    return 0;
  });

  webhook('of another amount is a case for a person', async (customer, { id }) => {
    const payment = `pay_${randomUUID()}`;
    assert.equal((await report(paid(id, '49.99', { payment }))).status, 204);
    assert.deepEqual(await casesOf(payment), [{ top_up: id, reason: 'amount' }]);
    assert.equal((await customer.topUp(id)).state, 'review');
    return 0;
  });

  webhook('in another currency is a case for a person', async (customer, { id }) => {
    const payment = `pay_${randomUUID()}`;
    assert.equal((await report(paid(id, '50.00', { payment, currency: 'USD' }))).status, 204);
    assert.deepEqual(await casesOf(payment), [{ top_up: id, reason: 'currency' }]);
    return 0;
  });

  webhook('under a second reference is a case, and the first one stays credited', async (customer, { id }) => {
    const payment = `pay_${randomUUID()}`;
    assert.equal((await report(paid(id, '50.00'))).status, 204);
    note({ said: 'paid', topUp: id });
    assert.equal((await report(paid(id, '50.00', { payment }))).status, 204);
    assert.deepEqual(await casesOf(payment), [{ top_up: id, reason: 'second' }]);
    assert.equal((await customer.topUp(id)).state, 'completed');
    return FIFTY;
  });

  webhook('for a top-up that nobody knows is a case', async () => {
    const payment = `pay_${randomUUID()}`;
    assert.equal((await report(paid(randomUUID(), '50.00', { payment }))).status, 204);
    assert.deepEqual(await casesOf(payment), [{ top_up: null, reason: 'unmatched' }]);
    return 0;
  });

  webhook('that arrives fifty times at once counts once', async (customer, { id }) => {
    const body = paid(id, '50.00');
    const answers = await Promise.all(Array.from({ length: 50 }, () => report(body)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([204]));
    note({ said: 'paid', topUp: id });
    assert.equal((await customer.topUp(id)).state, 'completed');
    return FIFTY;
  });
});
