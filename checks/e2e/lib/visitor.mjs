import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { note } from './journal.mjs';
import { PORTAL } from './stack.mjs';
import { WORDS } from './words.mjs';

const SCREENSHOTS = fileURLToPath(new URL('../target/screenshots/', import.meta.url));
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const PATIENCE_MS = 30_000;
/** By the clock, since a tab behind another one draws no frames by which a condition would be looked at. */
const EVEN_HIDDEN = { polling: 100 };
const AMOUNT = /^(€[\d,]+\.\d\d|[\d\s]+,\d\d\s€)$/;

export const DEVICES = Object.keys(SIZES);

/** "1 359,60 €" or "€1,359.60" in cents; both languages write two decimals. */
export function cents(text) {
  return Number(text.replace(/\D/g, ''));
}

/** The portal changes its colours by script, and both sites may fade; what is photographed in between shows neither. */
function wears(scheme) {
  const { mantineColorScheme } = document.documentElement.dataset;
  return (mantineColorScheme ?? scheme) === scheme && document.getAnimations().length === 0;
}

/** Somebody in front of a browser of their own, with a language and a device. */
export class Visitor {
  /** What the browser complained about: broken scripts, and what the content security policy stopped. */
  complaints = [];

  static async arrive(browser, { language = 'en', device = 'desktop' } = {}) {
    const visitor = new Visitor();
    visitor.name = `${language}-${device}`;
    visitor.words = WORDS[language];
    visitor.language = language;
    visitor.context = await browser.newContext({
      viewport: SIZES[device],
      hasTouch: device === 'phone',
      locale: visitor.words.locale,
      reducedMotion: 'reduce',
    });
    visitor.context.setDefaultTimeout(PATIENCE_MS);
    visitor.page = await visitor.newPage();
    return visitor;
  }

  async newPage() {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.complaints.push(message.text());
    });
    page.on('response', (response) => this.noteTopUp(response));
    return page;
  }

  /** What the platform has acknowledged to the portal; the body may be gone when the browser has moved on already. */
  noteTopUp(response) {
    const asked = response.request();
    if (asked.method() !== 'POST' || response.url() !== `${PORTAL}/api/v1/top-ups` || response.status() !== 201) return;
    const topUp = response.headers().location.split('/').at(-1);
    note({ said: 'requested', topUp, amount: asked.postDataJSON().amount.amount });
  }

  /** Light or dark, once all of the page has changed. */
  async wear(scheme, page = this.page) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForFunction(wears, scheme, EVEN_HIDDEN);
  }

  /** A picture of the page, light and dark; a page wider than the device is a fault. */
  async picture(step, page = this.page) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.bringToFront();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${this.name}, ${step}: the page is ${overflow}px too wide`);
    for (const [scheme, mark] of [
      ['dark', 'dark-'],
      ['light', ''],
    ]) {
      await this.wear(scheme, page);
      await page.screenshot({
        path: `${SCREENSHOTS}${this.name}-${mark}${step}.png`,
        fullPage: true,
        animations: 'disabled',
      });
    }
  }

  /** Opens the portal without a session, and chooses the language by hand as a visitor would. */
  async openPortal(path = '/') {
    await this.page.goto(PORTAL + path);
    await this.page.getByRole('banner').getByRole('button').click();
    await this.page.getByRole('menuitemradio', { name: this.words.name }).click();
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('menu').waitFor({ state: 'hidden' });
    await this.page.getByRole('link', { name: this.words.logIn }).waitFor();
  }

  async logIn({ login, password }) {
    await this.page.getByRole('link', { name: this.words.logIn }).click();
    await this.page.locator('#username').fill(login);
    await this.picture('2-log-in');
    await this.page.locator('#password').fill(password);
    await this.page.locator('#kc-login').click();
    await this.page.getByRole('heading', { level: 1, name: this.words.welcome }).waitFor();
  }

  /** The balance that the dashboard or the balance page shows, as a locator. */
  balanceOn(page) {
    const { balanceCard, availableBalance } = this.words;
    const card = page.getByRole('region', { name: new RegExp(`^(${balanceCard}|${availableBalance})$`) });
    return card.getByText(AMOUNT);
  }

  async balance(page = this.page) {
    return cents(await this.balanceOn(page).innerText());
  }

  /** Waits until the balance, as shown, is so many cents. */
  async balanceIs(expected, page = this.page) {
    const card = await this.balanceOn(page).elementHandle();
    await page.waitForFunction(
      ([element, wanted]) => Number(element.textContent.replace(/\D/g, '')) === wanted,
      [card, expected],
      EVEN_HIDDEN,
    );
  }

  /** Opens the top-up window on the present page and sends an amount off. */
  async askForTopUp(amount) {
    await this.page.getByRole('main').getByRole('link', { name: this.words.topUp }).first().click();
    const window = this.page.getByRole('dialog', { name: this.words.topUp });
    await window.getByLabel(this.words.amount).fill(amount);
    await this.picture('4-top-up');
    await window.getByRole('button', { name: this.words.pay }).click();
    return window;
  }

  /** On the sandbox's payment page. */
  async decide(action) {
    const button = this.page.locator(`button[name="action"][value="${action}"]`);
    await button.waitFor();
    await this.picture('5-payment');
    await button.click();
    await this.page.waitForURL(`${PORTAL}/billing/top-ups/*`);
    if (action === 'pay') note({ said: 'paid', topUp: this.page.url().split('/').at(-1) });
  }

  async logOut() {
    await this.page.getByRole('button', { name: this.words.accountMenu }).click();
    await this.page.getByRole('menuitem', { name: this.words.logOut }).click();
    await this.page.getByRole('link', { name: this.words.logIn }).waitFor();
  }

  async leave() {
    await this.context.close();
    assert.deepEqual(this.complaints, [], 'the browser complained');
  }
}
