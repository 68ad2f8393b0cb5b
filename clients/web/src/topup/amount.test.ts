import { describe, expect, it } from 'vitest';
import { isLess, parseAmount } from './amount';

describe('an amount', () => {
  it.each([
    ['50', '50'],
    ['50,00', '50.00'],
    ['50.00', '50.00'],
    [' 1 000,50 ', '1000.50'],
    ['1\u202f000', '1000'],
    ['50 €', '50'],
    ['€50', '50'],
  ])('written %j is sent as %j', (written, sent) => {
    expect(parseAmount(written)).toBe(sent);
  });

  it.each(['', 'fifty', '-50', '5,0,0', '1,000.50', '.5', '1e3'])('written %j is none', (written) => {
    expect(parseAmount(written)).toBeUndefined();
  });

  it('keeps a third decimal, for the server to refuse', () => {
    expect(parseAmount('20,005')).toBe('20.005');
  });

  it('is compared as a number, not as a text', () => {
    expect(isLess('9', '20.00')).toBe(true);
    expect(isLess('20', '20.00')).toBe(false);
  });
});
