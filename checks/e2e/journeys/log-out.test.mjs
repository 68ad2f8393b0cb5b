import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { DEMO, PORTAL } from '../lib/stack.mjs';

describe('logging out', () => {
  journey('ends the session: neither the back button nor the old cookie shows anything', {}, async (visitor) => {
    const { page, context, words } = visitor;
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    await visitor.balanceOn(page).waitFor();
    // One more page of the portal, so that there is one to go back to.
    await page.getByRole('main').getByRole('link', { name: words.details }).click();
    await page.waitForURL(`${PORTAL}/billing/balance`);
    const cookies = await context.cookies(PORTAL);
    await visitor.logOut();

    await page.goBack();
    await page.getByRole('link', { name: words.logIn }).waitFor();
    assert.equal(await visitor.balanceOn(page).count(), 0);
    assert.equal(await page.getByText(DEMO.account).count(), 0);

    await context.addCookies(cookies);
    const answer = await context.request.get(`${PORTAL}/api/v1/balance`);
    assert.equal(answer.status(), 401);
    assert.equal((await answer.json()).code, 'login-required');
  });
});
