import assert from "node:assert/strict";
import { describe } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Application } from "../lib/application.mjs";
import { journey } from "../lib/journey.mjs";
import { PORTAL, TECHNICIAN } from "../lib/stack.mjs";
import { LANGUAGES } from "../lib/words.mjs";

const STOPPED_WITHIN_MS = 2000;
const ASKED = ["services:read", "support:read"];

/** Until the application is let in nowhere any more; how long that took, and what it was told. */
async function refusedAfter(application, withdrawnAt) {
  for (;;) {
    const { status, body } = await application.call("/servers?limit=1");
    if (status !== 200)
      return { took: Date.now() - withdrawnAt, code: body.code };
    await pause(20);
  }
}

describe("an application of somebody else’s", () => {
  for (const language of LANGUAGES) {
    journey(
      `does what its user agreed to, until they withdraw it (${language})`,
      { language },
      async (visitor) => {
        const { page, words } = visitor;
        await visitor.openPortal();
        await visitor.logIn(TECHNICIAN);
        const application = await Application.start();
        await page.goto(application.asksFor(ASKED, language));
        for (const text of words.consents) await page.getByText(text).waitFor();
        assert.equal(await page.getByText(words.manageServices).count(), 0);
        await visitor.picture("consent");
        await page.locator("#kc-login").click();
        await application.logIn();

        const { body: me } = await application.call("/me");
        assert.equal(me.user.login, TECHNICIAN.login);
        for (const { permissions } of me.accounts)
          assert.deepEqual(
            permissions.filter((one) => !ASKED.includes(one)),
            [],
          );
        assert.equal((await application.call("/servers?limit=1")).status, 200);
        const notAgreed = await application.call("/balance");
        assert.deepEqual(
          [notAgreed.status, notAgreed.body.code],
          [403, "not-permitted"],
        );
        const inPerson = await application.call(
          "/me/applications/harbour-board",
          "DELETE",
        );
        assert.deepEqual(
          [inPerson.status, inPerson.body.code],
          [403, "log-in-needed"],
        );

        await page.goto(PORTAL);
        await visitor.chooseInAccountMenu(words.security);
        await page
          .getByRole("button", { name: words.withdrawApplication })
          .click();
        await visitor.picture("withdraw-application");
        const withdrawn = page.waitForResponse(
          (answer) => answer.request().method() === "DELETE",
        );
        await page
          .getByRole("dialog")
          .getByRole("button", { name: words.withdrawIt })
          .click();
        assert.equal((await withdrawn).status(), 204);
        const { took, code } = await refusedAfter(application, Date.now());
        console.log(`withdrawn: the application was refused after ${took} ms`);
        assert.match(code, /^(consent-withdrawn|login-required)$/);
        assert.ok(took <= STOPPED_WITHIN_MS, "it was let in for too long");
        assert.equal((await application.renewed()).status, 400);
        await page.getByText(words.noApplications).waitFor();
        await visitor.picture("applications");
        application.close();
      },
    );
  }
});
