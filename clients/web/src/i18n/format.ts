import type { Money } from '../api/types';
import type { Language } from './language';

const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** Money, dates and country names as the reader's language writes them. Money stays a decimal string: no rounding. */
export function formatsIn(language: Language) {
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const second = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const whole = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  const currency = (money: Money, signDisplay: 'auto' | 'exceptZero') =>
    new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency, signDisplay })
      // A decimal string is formatted exactly, where a number would first be rounded to binary.
      .format(money.amount as Intl.StringNumericLiteral);
  return {
    money: (money: Money) => currency(money, 'auto'),
    /** With its sign: what came in, and what went out. */
    movement: (money: Money) => currency(money, 'exceptZero').replace('-', '\u2212'),
    day: (time: string) => day.format(new Date(time)),
    moment: (time: string) => moment.format(new Date(time)),
    /** Of a day that goes without saying. */
    hour: (at: string) => time.format(new Date(at)),
    second: (time: string) => second.format(new Date(time)),
    number: (value: number) => whole.format(value),
    /** Of a hundred. */
    percent: (value: number) => share.format(value / 100),
    country: (code: string) => regions.of(code) ?? code,
  };
}

export type Formats = ReturnType<typeof formatsIn>;
