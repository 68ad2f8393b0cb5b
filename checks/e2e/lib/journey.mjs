import { after, before, it } from 'node:test';
import { launch, photograph } from './browser.mjs';
import { Visitor } from './visitor.mjs';

const LIMIT_MS = 180_000;

/**
 * A test with a browser: `travel` gets a visitor who has just arrived. One browser serves all journeys of a file.
 * @param {string} sentence @param {{language?: string, device?: string}} who @param {(visitor: Visitor) => Promise<void>} travel
 */
export function journey(sentence, who, travel) {
  it(sentence, { timeout: LIMIT_MS }, async () => {
    const visitor = await Visitor.arrive(await browser, who);
    try {
      await travel(visitor);
    } catch (error) {
      await photograph(visitor.page, new URL(`../target/failed-${visitor.name}.png`, import.meta.url).pathname);
      console.log(await visitor.whereabouts());
      throw error;
    }
    await visitor.leave();
  });
}

let browser;
before(async () => {
  browser = await launch();
});
after(async () => browser?.close());
