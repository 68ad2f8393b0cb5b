import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { mailTo } from '../lib/mailbox.mjs';
import { DEMO, PORTAL, TECHNICIAN } from '../lib/stack.mjs';
import { Visitor } from '../lib/visitor.mjs';
import { LANGUAGES } from '../lib/words.mjs';

const STOPPED_WITHIN_MS = 2000;
const LINK = /http\S+\/invitation#[A-Za-z0-9_-]+/;

/** Asks for the servers of an account again and again, as an open page would, until that is refused; and when. */
function askUntilRefused(account) {
  const headers = { 'Moorage-Account': account };
  window.refusedAt = new Promise((resolve) => {
    const ask = async () => {
      const { status } = await fetch('/api/v1/servers?limit=1', { headers });
      if (status === 200) setTimeout(ask, 20);
      else resolve({ status, at: Date.now() });
    };
    void ask();
  });
}

/** Listens to the push stream of an account, and tells when it ends. */
function listenUntilClosed(account) {
  return new Promise((listening) => {
    const stream = new EventSource(`/api/v1/stream?account=${account}`);
    stream.onopen = () => listening();
    window.closedAt = new Promise((resolve) => {
      stream.onerror = () => {
        stream.close();
        resolve(Date.now());
      };
    });
  });
}

async function invite({ page, words }, email) {
  await page.getByRole('button', { name: words.invite }).click();
  const window = page.getByRole('dialog', { name: words.invite });
  await window.getByLabel(words.emailAddress).fill(email);
  await window.getByLabel(words.readyMade).selectOption({ label: words.technician });
  await window.getByRole('button', { name: words.sendInvitation }).click();
  await window.waitFor({ state: 'hidden' });
}

describe('acting for another account', () => {
  for (const language of LANGUAGES) {
    journey(
      `somebody invited registers, does what was granted, and is stopped as it is taken back (${language})`,
      { language },
      async (owner) => {
        const { words } = owner;
        const login = `e2e-act-${language}-${Date.now().toString(36)}`;
        const email = `${login}@example.eu`;
        await owner.openPortal();
        await owner.logIn(DEMO);
        const { number } = await new Customer(owner).freeServer();
        await owner.chooseInAccountMenu(words.users);
        await invite(owner, email);
        await owner.sawPopUp(words.invitationSent(email));
        await owner.picture('users');
        const [link] = LINK.exec((await mailTo(email, '/invitation#')).text);

        const guest = await Visitor.arrive(owner.context.browser(), { language });
        const { page } = guest;
        await guest.openPortal(new URL(link).pathname + new URL(link).hash);
        assert.equal(page.url(), `${PORTAL}/invitation`, 'the secret stays in the address');
        await guest.picture('invitation-landing');
        await guest.register(login);
        await page.getByRole('button', { name: words.acceptInvitation }).click();
        await page.getByRole('button', { name: words.actFor }).click();
        const bar = page.getByRole('region', { name: words.acting });
        await bar.getByText(DEMO.account).waitFor();
        await guest.picture('acting-dashboard');

        await page.goto(`${PORTAL}/services/servers/${number}`);
        await page.getByRole('button', { name: words.reboot, exact: true }).click();
        const question = page.getByRole('dialog', { name: words.rebootAsked(number) });
        await question.getByRole('button', { name: words.reboot }).click();
        await guest.sawPopUp(words.rebootDone(number));
        await page.goto(`${PORTAL}/billing/balance`);
        await page.getByText(words.notPermitted).first().waitFor();
        await bar.waitFor();
        await guest.picture('acting-refused');

        await page.goto(`${PORTAL}/services/servers`);
        await page.getByRole('heading', { level: 1, name: words.servers }).waitFor();
        await page.evaluate(listenUntilClosed, DEMO.account);
        await page.evaluate(askUntilRefused, DEMO.account);
        await owner.page.reload();
        const theirs = owner.page.getByRole('listitem').filter({ hasText: email });
        await theirs.getByRole('button', { name: words.revokeOf }).click();
        const answered = owner.page
          .waitForResponse((answer) => answer.request().method() === 'DELETE')
          .then((answer) => answer.finished())
          .then(() => Date.now());
        await owner.page.getByRole('dialog').getByRole('button', { name: words.revoke, exact: true }).click();
        const revokedAt = await answered;

        const refused = await page.evaluate(() => window.refusedAt);
        const closedAt = await page.evaluate(() => window.closedAt);
        console.log(
          `revoked: refused after ${refused.at - revokedAt} ms, push stream closed after ${closedAt - revokedAt} ms`,
        );
        assert.equal(refused.status, 403);
        assert.ok(refused.at - revokedAt <= STOPPED_WITHIN_MS, 'requests went on for too long');
        assert.ok(closedAt - revokedAt <= STOPPED_WITHIN_MS, 'the push stream stayed open for too long');
        await guest.sawPopUp(words.accessEnded);
        await bar.waitFor({ state: 'hidden' });
        await theirs.waitFor({ state: 'hidden' });
        await guest.leave();
      },
    );
  }

  journey('the demo’s technician switches to the account and back', { language: 'fr' }, async (visitor) => {
    const { page, words } = visitor;
    await visitor.openPortal();
    await visitor.logIn(TECHNICIAN);
    await visitor.chooseInAccountMenu(words.switchAccount);
    await visitor.picture('switch-account');
    await page.getByRole('button', { name: words.actFor }).click();
    const bar = page.getByRole('region', { name: words.acting });
    await bar.getByText(DEMO.account).waitFor();
    await page.reload();
    await bar.getByText(DEMO.account).waitFor();
    await bar.getByRole('button', { name: words.ownAccount }).click();
    await bar.waitFor({ state: 'hidden' });
  });
});
