import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { sendOversized } from '../lib/oversized.mjs';
import { DEMO, PORTAL } from '../lib/stack.mjs';

const TWO_MIB = 2 * 1024 * 1024;

const topUp = (amount, currency = 'EUR', method = 'sandbox') => ({ amount: { amount, currency }, method });

/** What is asked for, the code of the refusal, and words of its sentence in English and French. */
const REFUSED = {
  'less than 20': [topUp('19.99'), 'amount-below-minimum', /20\.00 EUR or more/, /à partir de 20\.00 EUR/],
  nothing: [topUp('0'), 'amount-below-minimum', /20\.00 EUR or more/, /à partir de 20\.00 EUR/],
  'more than the maximum': [topUp('10000.01'), 'amount-above-maximum', /10000\.00 EUR at most/, /10000\.00 EUR au plus/],
  'a huge amount': [topUp('9'.repeat(40)), 'amount-invalid', /positive number/, /montant positif/],
  'no number': [topUp('fifty'), 'amount-invalid', /positive number/, /montant positif/],
  'an exponent': [topUp('5e1'), 'amount-invalid', /positive number/, /montant positif/],
  'three decimals': [topUp('50.005'), 'amount-invalid', /two decimals/, /deux décimales/],
  'a negative amount': [topUp('-50.00'), 'amount-invalid', /positive number/, /montant positif/],
  'no amount': [{ method: 'sandbox' }, 'amount-invalid', /positive number/, /montant positif/],
  'another currency': [topUp('50.00', 'USD'), 'currency-not-supported', /kept in EUR/, /tenu en EUR/],
  'no currency that exists': [topUp('50.00', 'XYZ'), 'currency-not-supported', /kept in EUR/, /tenu en EUR/],
  'an unknown method': [topUp('50.00', 'EUR', 'barter'), 'method-unknown', /no such payment method/, /n'existe pas/],
};

function loggedIn(sentence, ask) {
  journey(sentence, {}, async (visitor) => {
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    await ask(new Customer(visitor));
  });
}

async function problem(answer, status, code) {
  const text = await answer.text();
  assert.equal(answer.status(), status, text);
  assert.match(answer.headers()['content-type'], /^application\/problem\+json/);
  const told = JSON.parse(text);
  assert.equal(told.status, status);
  assert.equal(told.code, code);
  return told;
}

describe('what cannot be done is said, in both languages', () => {
  loggedIn('a top-up that breaks a rule is refused and stored nowhere', async (customer) => {
    const newest = async () => (await customer.read('/top-ups?limit=1')).items;
    const before = await newest();
    for (const [wish, [body, code, english, french]] of Object.entries(REFUSED)) {
      for (const [language, sentence] of Object.entries({ en: english, fr: french })) {
        const told = await problem(await customer.call('POST', '/top-ups', { body, language }), 422, code);
        assert.match(told.detail, sentence, `${wish}, ${language}`);
      }
    }
    assert.deepEqual(await newest(), before);
  });

  loggedIn('a body that cannot be read is malformed', async (customer) => {
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': await customer.token() };
    const answer = await customer.context.request.post(`${PORTAL}/api/v1/top-ups`, { headers, data: '{"amount":' });
    await problem(answer, 400, 'malformed-request');
  });

  loggedIn('a cursor that no list gave out is unknown', async (customer) => {
    for (const list of ['/statement', '/top-ups']) {
      for (const cursor of ['nonsense', '%00', Buffer.from('nonsense').toString('base64url')]) {
        for (const [language, sentence] of [
          ['en', /cursor/],
          ['fr', /curseur/],
        ]) {
          const answer = await customer.call('GET', `${list}?cursor=${cursor}`, { language });
          assert.match((await problem(answer, 400, 'cursor-invalid')).detail, sentence);
        }
      }
    }
  });

  loggedIn('two mebibytes are too much, whether announced or in chunks', async (customer) => {
    const cookies = (await customer.context.cookies(PORTAL)).map(({ name, value }) => `${name}=${value}`).join('; ');
    const session = { Cookie: cookies, 'X-XSRF-TOKEN': await customer.token(), 'Content-Type': 'application/json' };
    for (const path of ['/top-ups', '/webhooks/sandbox']) {
      for (const chunked of [false, true]) {
        const answer = await sendOversized(`${PORTAL}/api/v1${path}`, { bytes: TWO_MIB, chunked, headers: session });
        assert.equal(answer.status, 413, `${path}, ${chunked ? 'chunked' : 'announced'}`);
        assert.equal(answer.body.code, 'body-too-large');
      }
    }
  });
});
