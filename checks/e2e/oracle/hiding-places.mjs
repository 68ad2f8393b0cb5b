import { readdirSync, readFileSync } from 'node:fs';
import { DEMO_PASSWORDS, LOGS, secrets } from '../lib/stack.mjs';
import { PASSWORD } from '../lib/words.mjs';
import { DATABASES, query } from './books.mjs';
import { committed } from './topics.mjs';

/** Every secret of the stack by name, and the passwords that customers have typed. */
export function everySecret() {
  return { ...secrets(), 'demo password': DEMO_PASSWORDS.join(), 'typed password': PASSWORD };
}

/** Where a secret could have leaked to: a place's name and its text. */
export async function* places() {
  for (const log of readdirSync(LOGS)) yield [log, readFileSync(`${LOGS}/${log}`, 'utf8')];
  for (const database of DATABASES) {
    const events = await query(database, 'select payload::text || metadata::text as text from event');
    yield [`events of ${database}`, events.map(({ text }) => text).join('\n')];
    const records = await committed(`moorage.${database}`);
    yield [`topic moorage.${database}`, records.map((record) => record.text + JSON.stringify(record.headers)).join('\n')];
  }
  const reports = await query('billing', 'select report from payment_case');
  yield ['payment cases', reports.map(({ report }) => report).join('\n')];
}
