import assert from 'node:assert/strict';
import { note } from './journal.mjs';
import { PORTAL } from './stack.mjs';
import { until } from './until.mjs';
import { cents } from './visitor.mjs';

/** A visitor's session, used over HTTP as the portal's own script uses it. */
export class Customer {
  /** @param {{account?: string}} acting the account that is acted for, where it isn't the visitor's own */
  constructor({ context }, { account } = {}) {
    this.context = context;
    this.acting = account ? { 'Moorage-Account': account } : {};
  }

  /** One call to the public interface with the session's cookies and its token against forged requests. */
  async call(method, path, { body, language = 'en' } = {}) {
    return this.context.request.fetch(`${PORTAL}/api/v1${path}`, {
      method,
      data: body,
      headers: { 'Accept-Language': language, 'X-XSRF-TOKEN': await this.token(), ...this.acting },
      maxRedirects: 0,
    });
  }

  async token() {
    const cookies = await this.context.cookies(PORTAL);
    return cookies.find(({ name }) => name === 'XSRF-TOKEN').value;
  }

  async read(path) {
    const answer = await this.call('GET', path);
    assert.equal(answer.status(), 200, `GET ${path}: ${await answer.text()}`);
    return answer.json();
  }

  /** A server that is on, at work and free, and that the customer may operate. */
  async freeServer() {
    return until('there is a server that is free', async () => {
      const { items } = await this.read('/servers?status=active&limit=200');
      return items.find(({ power, busyWith, roles }) => power === 'on' && !busyWith && roles.includes('technical'));
    });
  }

  /** In cents. */
  async balance() {
    return cents((await this.read('/balance')).balance.amount);
  }

  async balanceIs(expected) {
    await until(`the balance is ${expected} cents`, async () => (await this.balance()) === expected);
  }

  /** A top-up that waits for its payment. */
  async askForTopUp(amount) {
    const body = { amount: { amount, currency: 'EUR' }, method: 'sandbox' };
    const answer = await this.call('POST', '/top-ups', { body });
    assert.equal(answer.status(), 201, await answer.text());
    const { id } = await answer.json();
    note({ said: 'requested', topUp: id, amount });
    return until('the top-up has a payment page', async () => {
      const topUp = await this.topUp(id);
      return topUp.checkoutUrl && topUp;
    });
  }

  topUp(id) {
    return this.read(`/top-ups/${id}`);
  }

  /** Presses "Pay" on the sandbox's page. */
  async pay({ id, checkoutUrl }) {
    const answer = await this.context.request.post(checkoutUrl, { form: { action: 'pay' }, maxRedirects: 0 });
    assert.equal(answer.status(), 303);
    note({ said: 'paid', topUp: id });
  }

  /** The lines of the statement that a top-up has left; looks at the newest ones. */
  async linesOf(topUp) {
    const { items } = await this.read('/statement?limit=200');
    return items.filter(({ reference }) => reference === topUp);
  }
}
