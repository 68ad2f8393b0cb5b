import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { DEMO, PORTAL } from '../lib/stack.mjs';
import { LANGUAGES } from '../lib/words.mjs';

describe('a top-up that does not come about', () => {
  for (const language of LANGUAGES) {
    journey(
      `is refused below the minimum, in a sentence (${language})`,
      { language, device: 'phone' },
      async (visitor) => {
        await visitor.openPortal();
        await visitor.logIn(DEMO);
        const window = await visitor.askForTopUp('10');
        await window.getByText(visitor.words.refused).waitFor();
        await visitor.picture('refused');
        assert.equal(await window.getByLabel(visitor.words.amount).getAttribute('aria-invalid'), 'true');
        assert.equal(await window.getByLabel(visitor.words.amount).inputValue(), '10');
      },
    );
  }

  journey('is declined on the payment page, and changes no balance', { language: 'fr' }, async (visitor) => {
    const { page, words } = visitor;
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    const before = await visitor.balance();
    await visitor.askForTopUp('50');
    await visitor.decide('decline');
    await page.getByRole('main').getByText(words.failed, { exact: true }).waitFor();
    await visitor.picture('declined');
    await page.goto(`${PORTAL}/billing/balance`);
    assert.equal(await visitor.balance(), before);
  });
});
