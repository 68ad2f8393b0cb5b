import type { Body } from '../api/client';
import type { FieldProblem } from '../api/problem';
import type { AccountUser } from '../api/types';
import type { TextKey } from '../i18n/fr';
import { endOf, fieldOf, lastDay } from './period';

/** An access as a window holds it while it is filled in. */
export interface AccessWish {
  email: string;
  permissions: string[];
  /** To the services below, instead of all. */
  limited: boolean;
  services: string[];
  /** Its last day as a date field writes it, or nothing. */
  until: string;
}

/** What a complaint can be about, in the order of the window. */
export const FIELDS = ['email', 'name', 'permissions', 'services', 'endsAt', 'expiresAt'] as const;
export type Field = (typeof FIELDS)[number];
export type Complaints = Partial<Record<Field, string>>;

export const NOTHING: AccessWish = { email: '', permissions: [], limited: false, services: [], until: '' };

export function wishOf({ email, permissions, services, endsAt }: AccountUser): AccessWish {
  const until = endsAt ? fieldOf(lastDay(endsAt)) : '';
  const chosen = typeof services === 'string' ? [] : services.map(String);
  return { email, permissions, limited: typeof services !== 'string', services: chosen, until };
}

/**
 * As the server takes it.
 *
 * @param present when the access ends now: to the minute, where only its day is shown
 */
export function accessOf(wish: AccessWish, present?: string): Body<'/api/v1/users/{id}', 'put'> {
  const unchanged = present !== undefined && fieldOf(lastDay(present)) === wish.until;
  const endsAt = unchanged ? present : wish.until && endOf(wish.until);
  return {
    permissions: wish.permissions,
    services: wish.limited ? wish.services : 'all',
    ...(endsAt && { endsAt }),
  };
}

export type Missing = Partial<Record<Field, TextKey>>;

/** What can be told to be missing without asking the server. */
export function missingIn({ email, ...access }: AccessWish): Missing {
  return { ...(email.trim() === '' && { email: 'access.emailMissing' as const }), ...missingInAccess(access) };
}

export function missingInAccess({ permissions, limited, services }: Omit<AccessWish, 'email'>): Missing {
  return {
    ...(permissions.length === 0 && { permissions: 'access.permissionsMissing' as const }),
    ...(limited && services.length === 0 && { services: 'access.servicesMissing' as const }),
  };
}

/** The server's complaints by field: one about `/permissions/3` stands with the permissions. */
export function complaintsOf(errors: FieldProblem[]): Complaints {
  const named = errors.map(({ pointer, detail }) => [pointer.split('/')[1], detail] as const);
  return Object.fromEntries(named.filter(([field]) => FIELDS.includes(field as Field)));
}
