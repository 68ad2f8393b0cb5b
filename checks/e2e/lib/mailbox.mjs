import { MAILBOX } from './stack.mjs';
import { until } from './until.mjs';

/** The newest mail to an address that says something, once it has come. */
export function mailTo(address, said) {
  return until(`${address} gets a mail that says "${said}"`, async () => {
    const answer = await fetch(`${MAILBOX}/messages?to=${encodeURIComponent(address)}`);
    const mails = await answer.json();
    return mails.find(({ text }) => text.replace(/\s+/g, ' ').includes(said)); // whatever spaces French and line ends take
  });
}
