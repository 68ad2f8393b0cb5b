import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { LANGUAGES } from '../lib/words.mjs';

const HANDLE = /[a-z]{2}\d+-mo/;

/** Keeps every heading that the page has shown, since "being prepared" may be over in a moment. */
function keepHeadings() {
  const note = () => {
    const heading = document.querySelector('h1')?.textContent;
    const seen = JSON.parse(sessionStorage.getItem('headings') ?? '[]');
    if (heading && seen.at(-1) !== heading) sessionStorage.setItem('headings', JSON.stringify([...seen, heading]));
  };
  new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true });
}

describe('a new customer', () => {
  for (const language of LANGUAGES) {
    journey(
      `registers, waits a moment, and has an account with a handle (${language})`,
      { language },
      async (visitor) => {
        const { page, words } = visitor;
        const login = `e2e-${language}-${Date.now().toString(36)}`;
        await visitor.openPortal();
        await page.addInitScript(keepHeadings);
        await visitor.register(login);

        const preparing = page.getByRole('heading', { name: words.preparing });
        const welcome = page.getByRole('heading', { name: words.welcome });
        await preparing.or(welcome).waitFor();
        if (await preparing.isVisible()) await visitor.picture('preparing');
        await welcome.waitFor();
        assert.match(await page.getByRole('main').innerText(), HANDLE);
        assert.equal(await visitor.balance(), 0);
        await visitor.picture('new-account');

        const headings = await page.evaluate(() => JSON.parse(sessionStorage.getItem('headings')));
        const known = headings.every((heading) => heading === words.preparing || words.welcome.test(heading));
        assert.ok(known, `between registration and account there was: ${headings.join(' | ')}`);
      },
    );
  }
});
