import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { once } from "node:events";
import { KEYCLOAK, PORTAL } from "./stack.mjs";

const OPENID = `${KEYCLOAK}/realms/moorage/protocol/openid-connect`;
const CLIENT = "harbour-board";

const secret = () => randomBytes(32).toString("base64url");

/** The demo's application of somebody else's: it sends people to the log-in, and waits for their coming back. */
export class Application {
  #verifier = secret();

  static async start() {
    const application = new Application();
    application.server = createServer((request, response) => {
      application.cameBack(
        new URL(request.url, application.address).searchParams,
      );
      response.end("Harbour Board");
    }).listen(0, "127.0.0.1");
    await once(application.server, "listening");
    application.address = `http://127.0.0.1:${application.server.address().port}/callback`;
    return application;
  }

  /** Where it sends somebody whom it asks to let it do this. */
  asksFor(permissions, language) {
    this.answer = new Promise((resolve) => (this.cameBack = resolve));
    return `${OPENID}/auth?${new URLSearchParams({
      client_id: CLIENT,
      redirect_uri: this.address,
      response_type: "code",
      scope: ["openid", ...permissions].join(" "),
      code_challenge: createHash("sha256")
        .update(this.#verifier)
        .digest("base64url"),
      code_challenge_method: "S256",
      ui_locales: language,
    })}`;
  }

  /** Makes tokens of what came back. */
  async logIn() {
    const code = (await this.answer).get("code");
    assert.ok(code, "nobody was logged in");
    const given = await this.token({
      grant_type: "authorization_code",
      code,
      redirect_uri: this.address,
      code_verifier: this.#verifier,
    });
    assert.equal(given.status, 200);
    ({ access_token: this.access, refresh_token: this.refresh } =
      await given.json());
  }

  token(form) {
    return fetch(`${OPENID}/token`, {
      method: "POST",
      body: new URLSearchParams({ client_id: CLIENT, ...form }),
    });
  }

  renewed() {
    return this.token({
      grant_type: "refresh_token",
      refresh_token: this.refresh,
    });
  }

  async call(path, method = "GET") {
    const headers = {
      Authorization: `Bearer ${this.access}`,
      "Content-Type": "application/json",
    };
    const answer = await fetch(`${PORTAL}/api/v1${path}`, {
      method,
      headers,
      body: method === "GET" ? undefined : "{}",
    });
    return {
      status: answer.status,
      body: await answer.json().catch(() => ({})),
    };
  }

  close() {
    this.server.close();
  }
}
