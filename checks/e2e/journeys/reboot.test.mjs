import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { DEMO, PORTAL } from '../lib/stack.mjs';
import { DEVICES } from '../lib/visitor.mjs';
import { LANGUAGES } from '../lib/words.mjs';

describe('a customer reboots a server', () => {
  for (const language of LANGUAGES) {
    for (const device of DEVICES) {
      journey(
        `goes on working, and is told when it begins and when it is done (${language}, ${device})`,
        { language, device },
        async (visitor) => {
          const { page, words } = visitor;
          await visitor.openPortal();
          await visitor.logIn(DEMO);
          const { number } = await new Customer(visitor).freeServer();

          await page.goto(`${PORTAL}/services/servers`);
          await page.evaluate(() => (window.neverReloaded = true));
          await page.getByRole('searchbox', { name: words.search }).fill(number);
          await page.waitForURL(`${PORTAL}/services/servers?search=${number}`);
          await page.getByRole('link', { name: number, exact: true }).click();
          await page.getByRole('heading', { level: 1, name: words.server(number) }).waitFor();
          await visitor.picture('server');

          await page.getByRole('button', { name: words.reboot, exact: true }).click();
          const question = page.getByRole('dialog', { name: words.rebootAsked(number) });
          await question.getByRole('button', { name: words.reboot }).click();
          await page.getByRole('progressbar', { name: words.rebootProgress }).waitFor();
          await visitor.sawPopUp(words.rebootUnderWay(number));
          assert.equal(await page.getByRole('button', { name: words.reboot, exact: true }).isDisabled(), true);
          await visitor.picture('reboot-under-way');

          // The customer goes on working; the result comes to wherever they are.
          await page.getByRole('link', { name: words.allServers }).click();
          await visitor.sawPopUp(words.rebootDone(number));
          await visitor.picture('reboot-done');

          await page.getByRole('button', { name: words.bell }).click();
          const notices = page.getByRole('dialog', { name: words.notices });
          // An earlier reboot of the same server left the same words: only with the newest on top does the list stand still.
          const newestNotice = notices.getByRole('listitem').first();
          await newestNotice.getByText(words.rebootDone(number)).waitFor();
          await notices.getByText(words.rebootUnderWay(number)).first().waitFor();
          await visitor.picture('notices');
          await notices.getByRole('button', { name: words.readAll }).click();
          await page.getByRole('button', { name: words.noneUnread }).waitFor();

          await newestNotice.getByText(words.rebootDone(number)).click();
          await page.getByRole('heading', { level: 1, name: words.server(number) }).waitFor();
          const newest = page.getByRole('table', { name: words.history }).getByRole('row').nth(1);
          await newest.getByText(words.succeeded, { exact: true }).waitFor();
          assert.equal(await page.evaluate(() => window.neverReloaded), true);
          await visitor.picture('server-after');
        },
      );
    }
  }
});
