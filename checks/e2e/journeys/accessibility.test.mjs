import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { DEMO, PORTAL } from '../lib/stack.mjs';
import { LANGUAGES } from '../lib/words.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PAGES = [
  '/',
  '/account',
  '/account?edit',
  '/billing/balance',
  '/billing/balance?top-up',
  '/billing/statement',
  '/services',
  '/services/servers',
  '/services/servers?search=nowhere',
  '/account/activity?session=all',
  '/account/emails',
  '/account/security',
  '/account/preferences',
  '/account/users',
  '/account/api-tokens',
  '/account/switch',
  '/invitation',
  '/nowhere',
];

/** What is still fading in has too little contrast for the moment. */
function settled() {
  const faded = (element) => Number(getComputedStyle(element).opacity) < 1;
  return document.getAnimations().length === 0 && ![...document.querySelectorAll('[role="dialog"]')].some(faded);
}

async function faults(page) {
  await page.waitForFunction(settled);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), LEVELS);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the portal’s pages keep to WCAG 2.2 AA as far as a machine can tell', () => {
  for (const language of LANGUAGES) {
    journey(`in light and in dark (${language})`, { language }, async (visitor) => {
      const { page } = visitor;
      await visitor.openPortal();
      assert.deepEqual(await faults(page), [], 'before log-in');
      await visitor.logIn(DEMO);
      for (const path of PAGES) {
        await page.goto(PORTAL + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (path.includes('top-up')) await page.getByRole('dialog').getByRole('textbox').waitFor();
        await page.waitForFunction(() => document.querySelector('main [role="status"]') === null);
        for (const colorScheme of ['light', 'dark']) {
          await visitor.wear(colorScheme);
          assert.deepEqual(await faults(page), [], `${path}, ${colorScheme}`);
        }
        assert.equal(await page.locator('html').getAttribute('lang'), language);
      }
    });
  }

  journey(
    'the top-up window takes the focus and gives it back, by keyboard alone',
    { language: 'en' },
    async (visitor) => {
      const { page } = visitor;
      await visitor.openPortal();
      await visitor.logIn(DEMO);
      await page.goto(`${PORTAL}/billing/balance`);
      await visitor.balanceOn(page).waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
      for (let step = 0; step < 20 && (await focused()) !== 'Top up'; step += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('[role="dialog"] input:focus').waitFor();
      await page.keyboard.type('50');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      assert.equal(await focused(), 'Top up', 'the focus has come back to where it was');
    },
  );
});
