import type { Body } from '../api/client';
import type { FieldProblem } from '../api/problem';
import type { Account } from '../api/types';

/** The part of the account that its owner may change. */
export type Profile = Pick<
  Account,
  'firstName' | 'lastName' | 'phone' | 'company' | 'vatNumber' | 'language' | 'address'
>;

export type ProfileChange = Body<'/api/v1/account', 'patch'>;

export function profileOf({ firstName, lastName, phone, company, vatNumber, language, address }: Account): Profile {
  return { firstName, lastName, phone, company, vatNumber, language, address: { ...address } };
}

/** The members of `after` that differ from `before`. */
function differing<T extends object>(before: T, after: T): Partial<T> {
  const names = Object.keys(after) as (keyof T)[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  ) as Partial<T>;
}

/** What has changed, as a JSON merge patch: two people who change different fields don't undo each other. */
export function changeOf(before: Profile, after: Profile): ProfileChange {
  const { address, ...rest } = differing({ ...before }, { ...after });
  const addressChange = address ? differing(before.address, address) : {};
  return { ...rest, ...(Object.keys(addressChange).length > 0 ? { address: addressChange } : {}) };
}

/** The server's field errors under the form's field names: `/address/city` is `address.city`. */
export function fieldErrors(errors: FieldProblem[]): Record<string, string> {
  return Object.fromEntries(
    errors.map(({ pointer, detail }) => [pointer.replace(/^\//, '').replaceAll('/', '.'), detail]),
  );
}
