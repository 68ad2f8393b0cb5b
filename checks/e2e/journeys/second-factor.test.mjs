import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { authenticatorCode, codeIn, messageAfter } from '../lib/phone.mjs';
import { DEMO, PORTAL, SECOND, TECHNICIAN } from '../lib/stack.mjs';
import { LANGUAGES, WORDS } from '../lib/words.mjs';

/** From the code on, the page is in the user's own language. The buttons show once the wait is over. */
async function way({ page }, value) {
  await page.locator('#moorage-wait').waitFor({ state: 'hidden' });
  const button = page.locator(`button[name="way"][value="${value}"]`);
  await button.waitFor();
  return button;
}

const welcomed = ({ page, words }) => page.getByRole('heading', { level: 1, name: words.welcome }).waitFor();

describe('the second factor', () => {
  for (const language of LANGUAGES) {
    journey(`comes by another operator when the first SMS did not arrive (${language})`, { language }, async (visitor) => {
      await visitor.openPortal();
      await visitor.beginLogIn(DEMO, async (first) => {
        const another = await way(visitor, 'sms');
        assert.equal(await another.innerText(), WORDS.fr.otherProvider);
        await visitor.picture('code-other-ways');
        const second = await messageAfter(DEMO.phone, () => another.click());
        assert.notEqual(second.operator, first.operator);
        assert.deepEqual([first.channel, second.channel], ['sms', 'sms']);
        await visitor.enterCode(codeIn(second));
      });
      await welcomed(visitor);
    });
  }

  journey('is dictated in French in a call', { language: 'fr' }, async (visitor) => {
    const { page, words } = visitor;
    await visitor.openPortal();
    await visitor.beginLogIn(DEMO, async () => {
      const call = await way(visitor, 'voice');
      assert.equal(await call.innerText(), words.voiceCall);
      await page.locator('#language').selectOption('fr');
      const message = await messageAfter(DEMO.phone, () => call.click());
      assert.deepEqual([message.channel, message.language], ['voice', 'fr']);
      await visitor.enterCode(codeIn(message));
    });
    await welcomed(visitor);
  });

  journey('is dictated in English where no language is chosen', { language: 'fr' }, async (visitor) => {
    const { words } = visitor;
    await visitor.openPortal();
    await visitor.beginLogIn(DEMO, async () => {
      const call = await way(visitor, 'voice');
      assert.equal(await call.innerText(), words.voiceCall);
      const message = await messageAfter(DEMO.phone, () => call.click());
      assert.deepEqual([message.channel, message.language], ['voice', 'en']);
      await visitor.enterCode(codeIn(message));
    });
    await welcomed(visitor);
  });

  journey('is an authenticator app', { language: 'en' }, async (visitor) => {
    const { page } = visitor;
    await visitor.openPortal();
    await visitor.beginLogIn(SECOND);
    await page.locator('#otp').fill(authenticatorCode(SECOND.says.match(/key (\w+)/)[1]));
    await visitor.picture('authenticator');
    await page.locator('#kc-login').click();
    await welcomed(visitor);
  });

  journey('is not asked of who has none, whom the dashboard tells so', { language: 'fr' }, async (visitor) => {
    const { page } = visitor;
    await visitor.openPortal();
    await visitor.logIn(TECHNICIAN);
    await page.getByRole('main').locator('a[href="/account/security"]').waitFor();
  });

  journey('may be a recovery code, made under security settings', { language: 'en', device: 'phone' }, async (visitor) => {
    const { page, words } = visitor;
    const login = `e2e-recovery-${Date.now().toString(36)}`;
    await visitor.openPortal();
    const { password } = await visitor.register(login);
    await welcomed(visitor);
    await page.goto(`${PORTAL}/login?action=recovery-codes&return=/account/security`);
    const codes = page.locator('#kc-recovery-codes-list li');
    await codes.first().waitFor();
    const [first] = await codes.allInnerTexts();
    await visitor.picture('recovery-codes');
    await page.locator('#kcRecoveryCodesConfirmationCheck').check();
    await page.locator('#saveRecoveryAuthnCodesBtn').click();
    await page.getByRole('heading', { level: 1, name: words.security }).waitFor();
    await visitor.picture('security');
    await visitor.logOut();

    await page.getByRole('link', { name: words.logIn }).click();
    await page.locator('#username').fill(login);
    await page.locator('#password').fill(password);
    await page.locator('#kc-login').click();
    await page.locator('#code').waitFor();
    await page.getByRole('button', { name: words.anotherWay }).click();
    const recoveryCode = page.getByRole('button', { name: words.recoveryCode });
    await recoveryCode.waitFor();
    await visitor.picture('another-way');
    await recoveryCode.click();
    await page.locator('#recoveryCodeInput').fill(first.replace(/^\d+\s*[.:]\s*/, '').replace(/[\s-]/g, ''));
    await visitor.picture('recovery-code');
    await page.locator('#kc-login').click();
    await welcomed(visitor);
  });
});
