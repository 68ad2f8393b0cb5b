import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { journal } from '../lib/journal.mjs';
import { until } from '../lib/until.mjs';
import { DATABASES, exact, query, stored, sum } from './books.mjs';
import { everySecret, places } from './hiding-places.mjs';
import { published } from './topics.mjs';

/** Groups by a key, keeping the order. */
function grouped(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Everything that is under way has arrived: each event that becomes public has, and each completed top-up is booked. */
async function atRest() {
  await until('every completed top-up is booked', async () => {
    const [completed, booked] = await Promise.all([stored('TopUpCompleted'), stored('WalletBooked')]);
    return booked.length >= completed.length;
  });
  await until('every booking is public', async () => {
    const [booked, changes] = [await stored('WalletBooked'), await published('BalanceChanged')];
    return changes.length >= booked.length;
  });
}

/** What is public has to be what is stored: the same events, each once, in order per aggregate. */
async function publishedAsStored(storedType, publicType) {
  const written = grouped(await stored(storedType), ({ aggregate }) => aggregate);
  const read = grouped(await published(publicType), ({ headers }) => headers.ce_subject);
  assert.deepEqual(new Set(read.keys()), new Set(written.keys()));
  for (const [aggregate, events] of written) {
    const records = read.get(aggregate);
    assert.deepEqual(
      records.map(({ headers }) => headers.ce_id),
      events.map(({ id }) => id),
      `${publicType} of ${aggregate}`,
    );
    assert.equal(new Set(records.map(({ partition }) => partition)).size, 1, `${aggregate} keeps to one partition`);
    assert.ok(records.every(({ key }) => key === aggregate));
  }
  return { written, read };
}

describe('the books, read past the services,', () => {
  before(atRest);

  it('know every top-up that was acknowledged, and have credited each that was paid', async () => {
    const asked = await query('billing', "select payload from event where type = 'TopUpRequested'");
    const amounts = new Map(asked.map(({ payload }) => [payload.topUpId, exact(payload.amount.amount)]));
    const rows = await query('billing', 'select id, state from top_up');
    const states = new Map(rows.map(({ id, state }) => [id, state]));
    for (const { topUp, said, amount } of journal()) {
      if (said === 'requested') assert.equal(amounts.get(topUp), exact(amount), topUp);
      if (said === 'paid') assert.equal(states.get(topUp), 'completed', topUp);
    }
    assert.deepEqual(new Set(states.keys()), new Set(amounts.keys()));
  });

  it('have as much debit as credit, in every booking and in all', async () => {
    const bookings = (await stored('WalletBooked')).map(({ payload }) => payload.booking);
    const side = (entries, wanted) =>
      sum(entries.filter(({ side }) => side === wanted).map(({ amount }) => exact(amount.amount)));
    for (const { id, entries } of bookings) {
      assert.equal(side(entries, 'DEBIT'), side(entries, 'CREDIT'), id);
      assert.deepEqual(new Set(entries.map(({ amount }) => amount.currency)), new Set(['EUR']), id);
    }
    const all = bookings.flatMap(({ entries }) => entries);
    assert.equal(side(all, 'DEBIT'), side(all, 'CREDIT'));
    const [totals] = await query('billing', 'select sum(debit) as debit, sum(credit) as credit from ledger_total');
    assert.equal(exact(totals?.debit ?? '0'), side(all, 'DEBIT'));
    assert.equal(exact(totals?.credit ?? '0'), side(all, 'CREDIT'));
  });

  it('hold in each wallet and statement what its bookings add up to', async () => {
    const booked = grouped(await stored('WalletBooked'), ({ payload }) => payload.account);
    const wallets = await query('billing', 'select account, balance from wallet');
    const lines = grouped(
      await query('billing', 'select account, id, reference, amount, balance from statement_line order by account, n'),
      ({ account }) => account,
    );
    assert.deepEqual(new Set(wallets.map(({ account }) => account)).size, wallets.length);
    for (const { account, balance } of wallets) {
      const events = (booked.get(account) ?? []).map(({ payload }) => payload);
      let total = 0n;
      for (const { change, balance: after } of events) {
        total += exact(change.amount);
        assert.equal(exact(after.amount), total, account);
      }
      assert.equal(exact(balance), total, account);
      const told = (lines.get(account) ?? []).map((line) => [line.reference, exact(line.amount), exact(line.balance)]);
      const wanted = events.map((event) => [
        event.booking.reference,
        exact(event.change.amount),
        exact(event.balance.amount),
      ]);
      assert.deepEqual(told, wanted, account);
    }
  });

  it('have each completed top-up booked once, for its amount and its account', async () => {
    const booked = grouped(await stored('WalletBooked'), ({ payload }) => payload.booking.reference);
    const completed = await stored('TopUpCompleted');
    assert.equal(new Set(completed.map(({ aggregate }) => aggregate)).size, completed.length, 'completed once each');
    assert.deepEqual(new Set(booked.keys()), new Set(completed.map(({ aggregate }) => aggregate)));
    for (const { aggregate, payload } of completed) {
      const [booking, ...more] = booked.get(aggregate).map((event) => event.payload);
      assert.deepEqual(more, [], aggregate);
      assert.equal(booking.account, payload.account);
      assert.equal(exact(booking.change.amount), exact(payload.amount.amount));
    }
  });

  it('are what Kafka has told: each completed top-up once, in order', async () => {
    const { written, read } = await publishedAsStored('TopUpCompleted', 'TopUpCompleted');
    for (const [topUp, [{ payload }]] of written) {
      const [{ data, headers }] = read.get(topUp);
      assert.deepEqual(data, {
        topUpId: topUp,
        account: payload.account,
        amount: payload.amount,
        method: payload.method,
        providerReference: payload.reference,
      });
      assert.equal(headers.ce_account, payload.account);
    }
  });

  it('are what Kafka has told: each change of a balance once, in order', async () => {
    const { written, read } = await publishedAsStored('WalletBooked', 'BalanceChanged');
    for (const [account, events] of written) {
      const changes = read.get(account).map(({ data }) => [data.reference, data.change, data.balance]);
      assert.deepEqual(
        changes,
        events.map(({ payload }) => [payload.booking.reference, payload.change, payload.balance]),
      );
    }
  });

  it('leave nothing aside: no event and no message waits for a person', async () => {
    for (const database of DATABASES) {
      assert.deepEqual(await query(database, 'select reader, aggregate_id, error from dead_letter'), [], database);
      assert.deepEqual(await query(database, 'select subscription, type, error from parked_message'), [], database);
    }
  });
});

describe('secrets', () => {
  it('are in no log, in no event, in no case and not on Kafka', async () => {
    const found = [];
    for await (const [place, text] of places()) {
      for (const [name, secret] of Object.entries(everySecret())) {
        if (text.includes(secret)) found.push(`${name} in ${place}`);
      }
    }
    assert.deepEqual(found, []);
  });
});
