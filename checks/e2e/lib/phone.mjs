import { createHmac } from 'node:crypto';
import { DEV_PHONE } from './stack.mjs';
import { until } from './until.mjs';

/** What reached a number, newest first: SMS and calls as the dev phone has them. */
export async function messagesTo(number) {
  const answer = await fetch(`${DEV_PHONE}/messages?to=${encodeURIComponent(number)}`);
  return answer.json();
}

/** The next message to a number that fits, not counting those it had before `ordered` ordered it. */
export async function messageAfter(number, ordered, fits = () => true) {
  const before = (await messagesTo(number)).length;
  await ordered();
  return until(`${number} gets a message`, async () => {
    const messages = await messagesTo(number);
    return messages.slice(0, messages.length - before).find(fits);
  });
}

/** The six digits that somebody reads in an SMS, or notes down while they are dictated. */
export function codeIn({ text }) {
  return text.replace(/[,.\s]/g, '').match(/\d{6}/)[0];
}

/** What an authenticator app shows for a key (RFC 6238: SHA-1, thirty seconds, six digits). */
export function authenticatorCode(key, at = Date.now()) {
  const bits = [...key].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g).map((byte) => parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
