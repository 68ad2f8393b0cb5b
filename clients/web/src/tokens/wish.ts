import { endOf, fieldOf } from '../access/period';
import { accessOf, type AccessWish, type Missing, missingInAccess, NOTHING } from '../access/wish';
import type { Body } from '../api/client';

/** A token as its window holds it while it is filled in; its last day is that of the access. */
export interface TokenWish extends AccessWish {
  name: string;
}

/** Periods that are offered, in days. */
export const PERIODS = [30, 90, 365];

export function lastDayAfter(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return fieldOf(day);
}

export const newWish = (): TokenWish => ({ ...NOTHING, name: '', until: lastDayAfter(PERIODS[0] ?? 0) });

export function bodyOf(wish: TokenWish): Body<'/api/v1/api-tokens', 'post'> {
  const { permissions, services } = accessOf(wish);
  return { name: wish.name.trim(), permissions, services, expiresAt: endOf(wish.until) };
}

export function missingInToken({ name, until, ...access }: TokenWish): Missing {
  return {
    ...(name.trim() === '' && { name: 'tokens.nameMissing' as const }),
    ...missingInAccess({ ...access, until }),
    ...(until === '' && { expiresAt: 'tokens.endMissing' as const }),
  };
}
