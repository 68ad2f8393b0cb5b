import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { DEMO, PORTAL } from '../lib/stack.mjs';
import { until } from '../lib/until.mjs';
import { LANGUAGES } from '../lib/words.mjs';

const PAGE = 25;

/** What the list holds for the present filters, as the platform has it. */
async function expected(visitor, query) {
  const { items } = await new Customer(visitor).read(`/servers?limit=200&${query}`);
  return items.map(({ number }) => number).sort();
}

/** The numbers that the list shows. */
async function shown(page) {
  const links = page.getByRole('main').getByRole('table').locator('a[href^="/services/servers/"]');
  return (await links.allInnerTexts()).sort();
}

/** The list comes to hold what the platform has for these filters: all of it, or its first page. */
async function lists(visitor, query) {
  const numbers = await expected(visitor, query);
  assert.ok(numbers.length > 0, `no server of the demo data matches ${query}`);
  await until(`the list holds what matches "${query}"`, async () => {
    const seen = await shown(visitor.page);
    return seen.length === Math.min(numbers.length, PAGE) && seen.every((number) => numbers.includes(number));
  });
}

async function exported(page, words, format) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words.export }).click();
  await page.getByRole('menuitem', { name: format }).click();
  const file = await (await download).path();
  return readFile(file);
}

describe('the list of servers', () => {
  for (const language of LANGUAGES) {
    journey(
      `is filtered, searched by number, tag and address, and exported (${language})`,
      { language },
      async (visitor) => {
        const { page, words } = visitor;
        await visitor.openPortal();
        await visitor.logIn(DEMO);
        await page.goto(`${PORTAL}/services/servers`);
        await lists(visitor, '');
        await visitor.picture('servers');

        await page.getByLabel(words.location).selectOption('US');
        await lists(visitor, 'location=US');
        assert.equal(new URL(page.url()).search, '?location=US');
        await page.getByLabel(words.location).selectOption('');
        await page.getByLabel(words.status).selectOption('overdue');
        await lists(visitor, 'status=overdue');
        await page.getByRole('table').getByText(words.overdue, { exact: true }).first().waitFor();
        await visitor.picture('servers-overdue');
        await page.getByRole('button', { name: words.clearFilters }).click();

        const { number, ips } = await new Customer(visitor).freeServer();
        const search = page.getByRole('searchbox', { name: words.search });
        const beginning = ips[0].slice(0, ips[0].lastIndexOf('.') + 1); // one digit less may be another address
        for (const text of [number, ips[0], beginning, `${beginning}0/24`]) {
          await search.fill(text);
          await lists(visitor, `search=${encodeURIComponent(text)}`);
          assert.ok((await shown(page)).includes(number), `${text} finds ${number}`);
        }
        for (const text of ['%', "' or 1=1 --", '<script>']) {
          await search.fill(text);
          await page.getByText(words.noServerMatches).waitFor();
        }
        await search.fill(number);
        await lists(visitor, `search=${number}`);

        const csv = (await exported(page, words, /^CSV/)).toString();
        assert.ok(csv.trim().split('\n').length >= 2 && csv.includes(number), csv);
        const json = JSON.parse(await exported(page, words, 'JSON'));
        const items = Array.isArray(json) ? json : json.items;
        assert.ok(items.some((server) => server.number === number));
        assert.equal((await exported(page, words, /^Excel/)).subarray(0, 2).toString(), 'PK');
      },
    );
  }

  journey('is cards on a phone', { language: 'fr', device: 'phone' }, async (visitor) => {
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    await visitor.page.goto(`${PORTAL}/services/servers`);
    await lists(visitor, '');
    await visitor.picture('servers');
  });
});
