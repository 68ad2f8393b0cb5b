import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { launch } from '../lib/browser.mjs';
import { Customer } from '../lib/customer.mjs';
import { DEMO, KAFKA, PORTAL } from '../lib/stack.mjs';
import { until } from '../lib/until.mjs';
import { Visitor } from '../lib/visitor.mjs';

/**
 * P4: from the click that confirms a reboot to the pop-up with its result, on simulated machines that need no time.
 * Beside it P3 on the same stack: from the answer to a write to the event in a consumer's hands.
 * `node bench/click-to-shown.mjs REPORT [pairs] [of each a pair]`
 */
const [report, pairs = '5', each = '20'] = process.argv.slice(2);
const WARM_UP = 10;
const LIMIT_MS = 30_000;

/** Remembers when the last click on a button in a dialog was, and tells when a pop-up says something. */
function watchTheClock() {
  addEventListener(
    'click',
    ({ target }) => {
      if (target.closest('[role="dialog"] button')) window.clicked = performance.now();
    },
    true,
  );
  window.afterClick = (said, limitMs) =>
    new Promise((resolve, reject) => {
      const saying = () =>
        [...document.querySelectorAll('[role="alert"]')].some(({ textContent }) => textContent.includes(said));
      const late = setTimeout(() => reject(new Error(`No pop-up says: ${said}`)), limitMs);
      const watch = new MutationObserver(() => {
        if (!saying()) return;
        watch.disconnect();
        clearTimeout(late);
        requestAnimationFrame(() => resolve(performance.now() - window.clicked));
      });
      watch.observe(document, { childList: true, subtree: true, characterData: true });
    });
}

/** Where three stand already, no other pops up. */
async function clearPopUps(page) {
  const popUps = page.getByRole('alert');
  await popUps.evaluateAll((all) => all.forEach((popUp) => popUp.click()));
  await page.waitForFunction(() => !document.querySelector('[role="alert"]'));
}

async function clickToShown({ page, words }, number) {
  await clearPopUps(page);
  await page.getByRole('button', { name: words.reboot, exact: true }).click();
  const question = page.getByRole('dialog', { name: words.rebootAsked(number) });
  const confirm = question.getByRole('button', { name: words.reboot });
  await confirm.waitFor();
  const shown = page.evaluate(([said, limitMs]) => window.afterClick(said, limitMs), [words.rebootDone(number), LIMIT_MS]);
  await confirm.click();
  return shown;
}

/** Hears of every committed event of inventory as it comes; tells when it was, by the request's correlation. */
async function listen() {
  const heard = new Map();
  const consumer = new Kafka({ brokers: [KAFKA], logLevel: logLevel.NOTHING }).consumer({
    groupId: `bench-${randomUUID()}`,
    readUncommitted: false,
    allowAutoTopicCreation: false,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: ['moorage.inventory'], fromBeginning: false });
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  const eachMessage = async ({ message }) => {
    heard.set(message.headers.ce_correlationid?.toString(), performance.now());
  };
  await consumer.run({ eachMessage });
  await joined;
  return { heard, end: () => consumer.disconnect() };
}

async function answerToConsumer(customer, heard, number) {
  const answer = await customer.call('PUT', `/servers/${number}/tags`, { body: { tags: [`bench-${randomUUID().slice(0, 8)}`] } });
  const answered = performance.now();
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
  const correlation = answer.headers()['x-correlation-id'];
  await until('the event comes', () => heard.has(correlation));
  return Math.max(0, heard.get(correlation) - answered);
}

async function times(count, measure) {
  const values = [];
  for (let i = 0; i < count; i++) values.push(await measure());
  return values.sort((one, other) => one - other);
}

const percentile = (sorted, share) => sorted[Math.ceil(sorted.length * share) - 1];
const median = (values) => percentile([...values].sort((one, other) => one - other), 0.5);
const rounded = (value) => Math.round(value * 1000) / 1000;

const browser = await launch();
const visitor = await Visitor.arrive(browser, { language: 'en' });
await visitor.openPortal();
await visitor.logIn(DEMO);
const customer = new Customer(visitor);
const { number } = await customer.freeServer();
await visitor.page.goto(`${PORTAL}/services/servers/${number}`);
await visitor.page.evaluate(watchTheClock);
const consumer = await listen();

const clicks = () => clickToShown(visitor, number);
const events = () => answerToConsumer(customer, consumer.heard, number);
await times(WARM_UP, clicks);
await times(WARM_UP, events);

const samples = [];
for (let pair = 0; pair < Number(pairs); pair++) {
  const shown = await times(Number(each), clicks);
  const heard = await times(Number(each), events);
  const [value, beside] = [percentile(shown, 0.99), percentile(heard, 0.99)];
  samples.push({
    value: rounded(value),
    beside: rounded(beside),
    ratio: rounded(value / beside),
    valueDetails: { p50Ms: rounded(percentile(shown, 0.5)), all: shown.map(rounded) },
    besideDetails: { p50Ms: rounded(percentile(heard, 0.5)), all: heard.map(rounded) },
  });
}
await consumer.end();
await browser.close();

const ratios = samples.map(({ ratio }) => ratio);
const result = {
  id: 'P4',
  what: 'click → action finished → shown, p99',
  value: median(samples.map(({ value }) => value)),
  unit: 'ms',
  beside: 'answer to a write → consumer (P3), p99',
  besideValue: median(samples.map(({ beside }) => beside)),
  ratio: median(ratios),
  ratioMin: Math.min(...ratios),
  ratioMax: Math.max(...ratios),
  pairs: samples.length,
  samples,
};
writeFileSync(report, `${JSON.stringify(result, null, 2)}\n`);
console.log(
  `P4 ${result.what}: ${result.value} ms | ${result.beside}: ${result.besideValue} ms | ` +
    `${result.ratio} (${result.ratioMin} – ${result.ratioMax})`,
);
