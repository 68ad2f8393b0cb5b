import { setTimeout as pause } from 'node:timers/promises';

const LIMIT_MS = 90_000;
const PAUSE_MS = 250;

/**
 * Asks again and again until the answer is something true, and returns it.
 * @template T @param {string} what @param {() => T | Promise<T>} probe @returns {Promise<T>}
 */
export async function until(what, probe, limit = LIMIT_MS) {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`In ${limit / 1000} s it did not come about that ${what}`);
    await pause(PAUSE_MS);
  }
}
