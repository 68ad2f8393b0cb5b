import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { DEMO, PORTAL } from '../lib/stack.mjs';
import { cents, DEVICES } from '../lib/visitor.mjs';
import { LANGUAGES } from '../lib/words.mjs';

const FIFTY = 5000;

describe('a customer tops up 50 EUR', () => {
  for (const language of LANGUAGES) {
    for (const device of DEVICES) {
      journey(
        `and sees the balance rise without reloading (${language}, ${device})`,
        { language, device },
        async (visitor) => {
          const { page, words } = visitor;
          await visitor.openPortal();
          await visitor.picture('1-welcome');
          await visitor.logIn(DEMO);
          await page.getByText(DEMO.account).first().waitFor();
          const before = await visitor.balance();
          await visitor.picture('3-dashboard');

          // A second tab that nobody touches: what changes in it has come by itself.
          const onlooker = await visitor.newPage();
          await onlooker.goto(`${PORTAL}/billing/balance`);
          assert.equal(await visitor.balance(onlooker), before);
          await onlooker.evaluate(() => (window.neverReloaded = true));

          await visitor.askForTopUp(language === 'fr' ? '50,00' : '50');
          await visitor.decide('pay');
          await page.getByRole('main').getByText(words.credited, { exact: true }).waitFor();
          await visitor.picture('6-credited');

          await visitor.balanceIs(before + FIFTY, onlooker);
          assert.equal(await onlooker.evaluate(() => window.neverReloaded), true);
          await visitor.picture('7-balance', onlooker);

          await page.goto(`${PORTAL}/billing/statement`);
          const newest = page.getByRole('table', { name: words.statement }).getByRole('row').nth(1);
          await newest.waitFor();
          const [amount, balance] = (await newest.getByRole('cell').allInnerTexts()).slice(-2);
          assert.match(amount.trim(), words.fifty);
          assert.equal(cents(balance), before + FIFTY);
          await visitor.picture('8-statement');
          await page.goto(`${PORTAL}/account`);
          await page.getByRole('main').getByText(DEMO.account).waitFor();
          await visitor.picture('9-account');
        },
      );
    }
  }
});
