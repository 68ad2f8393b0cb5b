import { createHmac, randomUUID } from 'node:crypto';
import { PORTAL, secrets } from './stack.mjs';

export const SIGNING_KEY = secrets()['sandbox-signing-key'];

/** A payment as the sandbox would report it. */
export function paid(topUp, amount, { currency = 'EUR', payment = `pay_${randomUUID()}` } = {}) {
  const now = new Date().toISOString();
  return JSON.stringify({
    id: `evt_${randomUUID()}`,
    type: 'payment.paid',
    createdAt: now,
    checkout: 'chk_elsewhere',
    reference: topUp,
    payment: { reference: payment, amount: { amount, currency }, paidAt: now },
  });
}

/** The signature over a body at a time, as the sandbox makes it. */
export function signature(body, { key = SIGNING_KEY, at = Math.floor(Date.now() / 1000) } = {}) {
  return `t=${at},v1=${createHmac('sha256', key).update(`${at}.${body}`).digest('hex')}`;
}

/** Reports to the platform, from outside, through the gateway. */
export function report(body, { signed = signature(body), language = 'en' } = {}) {
  return fetch(`${PORTAL}/api/v1/webhooks/sandbox`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': language,
      ...(signed && { 'Sandbox-Signature': signed }),
    },
    body,
  });
}
