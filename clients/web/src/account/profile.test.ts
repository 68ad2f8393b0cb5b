import { describe, expect, it } from 'vitest';
import { changeOf, fieldErrors, type Profile } from './profile';

const before: Profile = {
  firstName: 'Camille',
  lastName: 'Durand',
  phone: '',
  company: '',
  vatNumber: '',
  language: 'fr',
  address: { line1: '', line2: '', postalCode: '44000', city: 'Nantes', country: 'FR' },
};

describe('a profile change', () => {
  it('is empty when nothing differs', () => {
    expect(changeOf(before, { ...before, address: { ...before.address } })).toEqual({});
  });

  it('names only the members that differ, inside the address too', () => {
    const after = { ...before, phone: '+33612345678', address: { ...before.address, city: 'Rezé' } };
    expect(changeOf(before, after)).toEqual({ phone: '+33612345678', address: { city: 'Rezé' } });
  });

  it('can empty a member', () => {
    expect(changeOf(before, { ...before, lastName: '' })).toEqual({ lastName: '' });
  });
});

describe('field errors', () => {
  it('find their fields by pointer', () => {
    const errors = [{ pointer: '/address/postalCode', code: 'invalid', detail: 'Not a postal code.' }];
    expect(fieldErrors(errors)).toEqual({ 'address.postalCode': 'Not a postal code.' });
  });
});
