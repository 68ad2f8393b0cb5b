import type { Query } from '../api/client';

export const ACTIVITY_FILTERS = ['session', 'user', 'outcome', 'action', 'from', 'to'] as const;
export type ActivityFilterName = (typeof ACTIVITY_FILTERS)[number];
export type ActivityFilters = Record<ActivityFilterName, string>;

export const OUTCOMES = ['succeeded', 'refused', 'failed', 'unknown'] as const;

/** The session that is under way, unless the reader asks for all. */
export const THIS_SESSION = 'current';
export const ALL_SESSIONS = 'all';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Midnight of a day where the reader is; the last day counts whole, so the period ends with the next one's midnight. */
function midnight(day: string, daysLater = 0): string | undefined {
  if (!DAY.test(day)) return undefined;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + daysLater).toISOString();
}

/** The filters as the server takes them: days of the reader's calendar become moments. */
export function wishedFor({ from, to, session, ...others }: ActivityFilters): Query {
  return { ...others, session: session || THIS_SESSION, from: midnight(from), to: midnight(to, 1) };
}
