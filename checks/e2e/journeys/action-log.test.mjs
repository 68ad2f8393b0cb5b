import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { DEMO, PORTAL } from '../lib/stack.mjs';
import { LANGUAGES } from '../lib/words.mjs';

describe('the action log', () => {
  for (const language of LANGUAGES) {
    journey(
      `holds what was done in this session, refusals too, and nobody has changed it (${language})`,
      { language },
      async (visitor) => {
        const { page, words } = visitor;
        await visitor.openPortal();
        await visitor.logIn(DEMO);
        const customer = new Customer(visitor);
        const { number, tags } = await customer.freeServer();
        const tag = `e2e-${Date.now().toString(36)}`;

        await page.goto(`${PORTAL}/services/servers/${number}`);
        await page.getByLabel(words.newTag).fill(tag);
        await page.getByLabel(words.newTag).press('Enter');
        await page.getByRole('main').getByText(tag, { exact: true }).waitFor();
        const refused = await customer.call('POST', `/servers/${number}/actions`, { body: { type: 'explode' } });
        assert.equal(refused.status(), 422);

        await visitor.chooseInAccountMenu(words.actionLog);
        const changed = page.getByRole('row').filter({ hasText: words.tagsChanged }).filter({ hasText: number }).first();
        await changed.waitFor();
        await changed.getByText(words.thisSession).waitFor();
        await changed.getByText(DEMO.login, { exact: true }).waitFor();
        await page.getByRole('row').filter({ hasText: 'action-type-unknown' }).first().waitFor();
        await page.getByText(words.logIntact).waitFor();
        await visitor.picture('action-log');

        const put = await customer.call('PUT', `/servers/${number}/tags`, { body: { tags } });
        assert.equal(put.status(), 200);
      },
    );
  }
});
