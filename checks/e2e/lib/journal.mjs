import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PORTAL } from './stack.mjs';

/** One for each stack: two of them may be put to the test at once. */
const FILE = fileURLToPath(new URL(`../target/journal-${new URL(PORTAL).port}.jsonl`, import.meta.url));

/** Begins anew: what an earlier run was told does not hold for this stack. */
export function forget() {
  rmSync(FILE, { force: true });
}

/**
 * Keeps what the platform, or the payment page, has acknowledged, for the oracle to ask about in the end.
 * @param {{topUp: string, said: 'requested' | 'paid', amount?: string}} entry
 */
export function note(entry) {
  mkdirSync(dirname(FILE), { recursive: true });
  appendFileSync(FILE, `${JSON.stringify(entry)}\n`);
}

/** All that was noted since the run began. */
export function journal() {
  if (!existsSync(FILE)) return [];
  return readFileSync(FILE, 'utf8').trimEnd().split('\n').map(JSON.parse);
}
