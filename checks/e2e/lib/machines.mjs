import assert from 'node:assert/strict';
import { MACHINES, secrets } from './stack.mjs';

/**
 * A simulated machine as it stands, asked past the platform.
 * @returns {Promise<{number: string, power: 'on' | 'off', image: string | null, rescue: boolean,
 *   log: {at: string, operation: string, effect: string, beside?: string[]}[]}>}
 */
export async function machine(number) {
  const key = secrets()['machines-api-key'];
  const answer = await fetch(`${MACHINES}/${number}`, { headers: { Authorization: `Bearer ${key}` } });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

/**
 * Says how a machine's next operation is to go; once it has begun, the one after it goes well again.
 * @param {{seconds?: number, fail?: string, recoversAfter?: number, hang?: boolean, slowAnswersMs?: number,
 *   lie?: boolean, loseAnswer?: boolean}} next
 */
export async function instruct(number, next) {
  const body = JSON.stringify({ next });
  const answer = await fetch(`${MACHINES}/${number}/control`, { method: 'POST', body });
  assert.equal(answer.status, 200, await answer.text());
}
