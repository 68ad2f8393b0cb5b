import { describe, expect, it } from 'vitest';
import { formatsIn } from './format';

const money = { amount: '1234.50', currency: 'EUR' };
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('formats', () => {
  it('write money as the language does', () => {
    expect(plain(formatsIn('fr').money(money))).toBe('1 234,50 €');
    expect(formatsIn('en').money(money)).toBe('€1,234.50');
  });

  it('show the sign of a movement', () => {
    expect(formatsIn('en').movement({ amount: '50.00', currency: 'EUR' })).toBe('+€50.00');
    expect(formatsIn('en').movement({ amount: '-12.50', currency: 'EUR' })).toBe('−€12.50');
  });

  it('name countries in the reader’s language', () => {
    expect(formatsIn('fr').country('DE')).toBe('Allemagne');
    expect(formatsIn('en').country('DE')).toBe('Germany');
  });
});
