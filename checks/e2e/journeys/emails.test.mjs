import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { PORTAL } from '../lib/stack.mjs';
import { LANGUAGES } from '../lib/words.mjs';

const HANDLE = /[a-z]{2}\d+-mo/;

describe('the e-mail archive', () => {
  for (const language of LANGUAGES) {
    journey(
      `holds the mail with which a new customer was told the handle (${language})`,
      { language },
      async (visitor) => {
        const { page, words } = visitor;
        await visitor.openPortal();
        await visitor.register(`mail-${language}-${Date.now().toString(36)}`);
        await page.getByRole('heading', { name: words.welcome }).waitFor();
        const [handle] = HANDLE.exec(await page.getByRole('main').innerText());

        await visitor.chooseInAccountMenu(words.emails);
        const mail = page.getByRole('row').filter({ hasText: handle }).getByRole('link');
        // It may be on its way still: the list looks again by itself.
        await mail.waitFor();
        await visitor.picture('emails');
        await mail.click();
        await page.waitForURL(`${PORTAL}/account/emails/*`);
        const frame = page.getByTitle(words.emailContent);
        await frame.waitFor();
        assert.equal(await frame.getAttribute('sandbox'), '');
        await visitor.picture('email');
        await page.getByRole('button', { name: words.emailAsText }).click();
        await page.getByRole('main').getByText(handle).last().waitFor();
      },
    );
  }
});
