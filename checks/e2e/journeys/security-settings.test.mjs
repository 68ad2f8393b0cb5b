import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { mailTo } from '../lib/mailbox.mjs';
import { PORTAL } from '../lib/stack.mjs';
import { until } from '../lib/until.mjs';
import { newNumber, Visitor } from '../lib/visitor.mjs';

/** An ended session is dead everywhere by then. */
const DEAD_WITHIN_MS = 2_000;

/** A new customer in front of their security settings: what they change there is nobody else's. */
async function settings(visitor) {
  await visitor.openPortal();
  const customer = await visitor.register(`e2e-security-${Date.now().toString(36)}`);
  await welcomed(visitor);
  await visitor.chooseInAccountMenu(visitor.words.security);
  return customer;
}

const welcomed = ({ page, words }) => page.getByRole('heading', { level: 1, name: words.welcome }).waitFor();

/** What a device has that unlocks passkeys with a finger; it always recognises the finger. */
async function giveFingerprintReader({ context, page }) {
  const browser = await context.newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Its session is dead in time, and its page shows so by itself. */
async function isLoggedOut({ context, page, words }) {
  const answer = async () => (await context.request.get(`${PORTAL}/api/v1/me`)).status();
  await until('the session is dead', async () => (await answer()) === 401, DEAD_WITHIN_MS);
  await page.getByRole('link', { name: words.logIn }).waitFor();
}

describe('security settings', () => {
  journey('a passkey is added, asked for first, and opens the log-in', { language: 'fr', device: 'phone' }, async (visitor) => {
    const { page, words } = visitor;
    const { login, password } = await settings(visitor);
    await giveFingerprintReader(visitor);
    await page.getByRole('link', { name: words.addPasskey }).click();
    await page.locator('#registerWebAuthn').waitFor();
    await visitor.picture('passkey-add');
    page.once('dialog', (question) => question.accept('Bureau'));
    await page.locator('#registerWebAuthn').click();
    await page.getByText(words.passkeyDone).waitFor();
    await page.getByText('Bureau', { exact: true }).waitFor();
    await page.getByRole('radio', { name: words.passkeys }).check();
    await visitor.sawPopUp(words.preferredChanged);
    await visitor.picture('security-passkey');
    await visitor.logOut();

    await visitor.beginLogIn({ login, password });
    await page.locator('#authenticateWebAuthnButton').waitFor();
    await visitor.picture('passkey');
    await page.locator('#authenticateWebAuthnButton').click();
    await welcomed(visitor);
  });

  journey('a changed number is announced, and codes go there from then on', { language: 'en' }, async (visitor) => {
    const { page, words } = visitor;
    const { login, password, email } = await settings(visitor);
    const phone = newNumber();
    await page.getByRole('link', { name: words.changeNumber }).click();
    await visitor.verifyPhone(phone);
    await page.getByText(words.numberDone).waitFor();

    await mailTo(email, words.numberChanged);
    await page.getByRole('button', { name: words.bell }).click();
    await page.getByRole('dialog', { name: words.notices }).getByText(words.numberChanged).waitFor();
    await page.keyboard.press('Escape');
    await visitor.logOut();
    await visitor.logIn({ login, password, phone });
  });

  journey('one other session is ended, then all of them', { language: 'fr' }, async (visitor) => {
    const { page, words, language } = visitor;
    const customer = await settings(visitor);
    const elsewhere = await Visitor.arrive(visitor.context.browser(), { language });
    await elsewhere.openPortal();

    await elsewhere.logIn(customer);
    await page.reload();
    await page.getByRole('button', { name: words.endSession }).click();
    await visitor.picture('security-end-session');
    await page.getByRole('dialog').getByRole('button', { name: words.endIt, exact: true }).click();
    await isLoggedOut(elsewhere);
    await visitor.sawPopUp(words.sessionEnded);

    await elsewhere.logIn(customer);
    await page.reload();
    await page.getByRole('button', { name: words.endOthers }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.endOthers }).click();
    await isLoggedOut(elsewhere);
    await visitor.sawPopUp(words.othersEnded);
    await page.getByText(words.noOthers).waitFor();
    assert.equal(await page.getByRole('button', { name: words.endSession }).count(), 0);
    await elsewhere.leave();
  });
});
