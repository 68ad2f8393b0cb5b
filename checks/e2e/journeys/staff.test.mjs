import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { DEMO, STAFF } from '../lib/stack.mjs';
import { until } from '../lib/until.mjs';
import { Visitor } from '../lib/visitor.mjs';
import { LANGUAGES } from '../lib/words.mjs';
import { committed } from '../oracle/topics.mjs';

/** Public events about an action, as anybody reads them who subscribes. */
async function eventsOf(action) {
  const events = await committed('moorage.inventory');
  return events.filter(({ headers }) => headers.ce_subject === action).map(({ headers }) => headers);
}

describe('the provider’s staff', () => {
  for (const language of LANGUAGES) {
    journey(`act for a customer, which everybody sees who looks (${language})`, { language }, async (visitor) => {
      const { page, words } = visitor;
      await visitor.openPortal();
      await visitor.logIn(STAFF);
      await visitor.chooseInAccountMenu(words.switchAccount);
      await page.getByLabel(words.handle).fill('zz99999-mo');
      await page.getByRole('button', { name: words.act, exact: true }).click();
      await page.getByText(words.noCustomer).waitFor();
      await visitor.picture('switch-staff');
      await page.getByLabel(words.handle).fill(DEMO.account);
      await page.getByRole('button', { name: words.act, exact: true }).click();
      const bar = page.getByRole('region', { name: words.acting });
      await bar.getByText(words.asStaff).waitFor();
      await bar.getByText(DEMO.account).waitFor();
      await visitor.picture('acting-as-staff');

      const staff = new Customer(visitor, { account: DEMO.account });
      const { number } = await staff.freeServer();
      const asked = await staff.call('POST', `/servers/${number}/actions`, { body: { type: 'reboot' } });
      assert.equal(asked.status(), 202, await asked.text());
      const { id } = await asked.json();
      await until('the reboot is done', async () => (await staff.read(`/actions/${id}`)).state === 'succeeded');
      const invited = await staff.call('POST', '/invitations', {
        body: { email: 'friend@example.eu', permissions: ['services:read'], services: 'all' },
      });
      assert.equal(invited.status(), 403, 'staff say whom a customer trusts');
      const told = await until('its end is told', async () => {
        const events = await eventsOf(id);
        return events.some(({ ce_type: type }) => type.includes('ServerActionFinished')) && events;
      });
      assert.deepEqual([...new Set(told.map(({ ce_capacity: capacity }) => capacity))], ['staff']);

      const owner = await Visitor.arrive(visitor.context.browser(), { language });
      await owner.openPortal();
      await owner.logIn(DEMO);
      await owner.page.goto(`${page.url().replace(/\/$/, '')}/account/activity?session=all`);
      const entry = owner.page.getByRole('row').filter({ hasText: STAFF.login }).filter({ hasText: number }).first();
      await entry.getByText(words.byStaff).waitFor();
      await owner.page.getByText(words.logIntact).waitFor();
      await owner.picture('action-log-staff');
      await owner.leave();
    });
  }
});
