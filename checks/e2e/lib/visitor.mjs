import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { photograph } from './browser.mjs';
import { note } from './journal.mjs';
import { codeIn, messageAfter } from './phone.mjs';
import { PORTAL } from './stack.mjs';
import { PASSWORD, WORDS } from './words.mjs';

const SCREENSHOTS = fileURLToPath(new URL('../target/screenshots/', import.meta.url));
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const PATIENCE_MS = 30_000;
/** Nobody looks at them in CI, and they take as long as the journeys themselves. */
const PICTURES = !process.env.CI;
/** By the clock, since a tab behind another one draws no frames by which a condition would be looked at. */
const EVEN_HIDDEN = { polling: 100 };
const AMOUNT = /^(€[\d,]+\.\d\d|[\d\s]+,\d\d\s€)$/;

export const DEVICES = Object.keys(SIZES);

/** "1 359,60 €" or "€1,359.60" in cents; both languages write two decimals. */
export function cents(text) {
  return Number(text.replace(/\D/g, ''));
}

/** A mobile number that nobody has had yet. */
export function newNumber() {
  return `+3361${String(Date.now()).slice(-7)}`;
}

/** The portal changes its colours by script, and both sites may fade; what is photographed in between shows neither. */
function wears(scheme) {
  const { mantineColorScheme } = document.documentElement.dataset;
  return (mantineColorScheme ?? scheme) === scheme && document.getAnimations().length === 0;
}

/** Waited for, since a page that is just being left can't be asked. */
function fits() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return document.readyState === 'complete' && scrollWidth <= clientWidth;
}

/** Keeps what every pop-up of the page has said, since they close by themselves. */
function keepPopUps() {
  window.popUps = [];
  const note = () => {
    for (const { textContent } of document.querySelectorAll('[role="alert"]')) {
      if (!window.popUps.includes(textContent)) window.popUps.push(textContent);
    }
  };
  new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true });
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
    await page.addInitScript(keepPopUps);
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
    await page.waitForFunction(fits, null, EVEN_HIDDEN).catch((reason) => {
      throw new Error(`${this.name}, ${step}: the page is too wide, or is none`, { cause: reason });
    });
    if (!PICTURES) return;
    for (const [scheme, mark] of [
      ['dark', 'dark-'],
      ['light', ''],
    ]) {
      await this.wear(scheme, page);
      await photograph(page, `${SCREENSHOTS}${this.name}-${mark}${step}.png`);
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

  /** With the second factor that the user has: the code that comes to the phone. */
  async logIn({ login, password, phone }) {
    await this.beginLogIn({ login, password, phone }, (message) => this.enterCode(codeIn(message)));
    await this.page.getByRole('heading', { level: 1, name: this.words.welcome }).waitFor();
  }

  /** Up to the password; whoever has a phone gets a code there. */
  async beginLogIn({ login, password, phone }, whenItComes) {
    await this.page.getByRole('link', { name: this.words.logIn }).click();
    await this.page.locator('#username').fill(login);
    await this.picture('2-log-in');
    await this.page.locator('#password').fill(password);
    const send = () => this.page.locator('#kc-login').click();
    if (!phone) return send();
    const message = await messageAfter(phone, send);
    await this.page.locator('#code').waitFor();
    await this.picture('3-code');
    await whenItComes(message);
  }

  async enterCode(code) {
    await this.page.locator('#code').fill(code);
    await this.page.locator('#moorage-check').click();
  }

  /** Tells a mobile number and the code that it gets. */
  async verifyPhone(number) {
    await this.page.locator('#number').fill(number);
    await this.picture('phone-number');
    const message = await messageAfter(number, () => this.page.locator('#moorage-send').click());
    await this.page.locator('#code').waitFor();
    await this.enterCode(codeIn(message));
  }

  /** Fills in and sends the registration, and verifies the phone; what follows it is not waited for. */
  async register(login) {
    await this.page.getByRole('link', { name: this.words.register }).click();
    const email = `${login}@example.eu`;
    const phone = newNumber();
    const fields = { username: login, email, firstName: 'Alex', lastName: 'Martin' };
    for (const [field, value] of Object.entries(fields)) await this.page.locator(`#${field}`).fill(value);
    await this.page.locator('#password').fill(PASSWORD);
    await this.page.locator('#password-confirm').fill(PASSWORD);
    await this.picture('register');
    await this.page.locator('#password-confirm').press('Enter');
    await this.verifyPhone(phone);
    return { login, password: PASSWORD, email, phone };
  }

  /** Goes to a page by the account menu. */
  async chooseInAccountMenu(label) {
    await this.page.getByRole('button', { name: this.words.accountMenu }).click();
    await this.page.getByRole('menuitem', { name: label, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: label }).waitFor();
  }

  /** A pop-up at the top right has said this since the page was loaded; it may have closed again. */
  async sawPopUp(text) {
    await this.page.waitForFunction((said) => window.popUps.some((one) => one.includes(said)), text, EVEN_HIDDEN);
  }

  /** Where the visitor stands and what is to be read there, for whoever sees nothing but the log of a failed run. */
  async whereabouts() {
    const seen = await this.page
      .locator('body')
      .ariaSnapshot({ timeout: 5000 })
      .catch(({ message }) => message);
    return `${new URL(this.page.url()).pathname}\n${seen}`;
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
