import { MOST_POP_UPS } from '../ui/usePopUps';

/** What the stream tells of a notice: its text in both languages, and when it came about, if that is known. */
export interface NoticeNews {
  id: string;
  severity: 'info' | 'success' | 'warning' | 'error';
  code: string;
  link: string;
  text: { en: string; fr: string };
  at?: string | null;
}

/** What is older has been missed, by a browser asleep or a stream interrupted: the badge counts it, no more. */
const FRESH_MS = 60_000;

/** A top-up tells of its result on its own, with the amount in the reader's way of writing it. */
const TOLD_ELSEWHERE = /^top-up-/;

/**
 * Whether a notice pops up: only a fresh one, and only where there is room, so that nobody who comes back after an hour,
 * or restarts a hundred servers, is buried. `shown` are the pop-ups that stand on the page now.
 */
export function popsUp({ code, at }: NoticeNews, now: number, shown: number): boolean {
  const age = at ? now - Date.parse(at) : 0;
  return !TOLD_ELSEWHERE.test(code) && age < FRESH_MS && shown < MOST_POP_UPS;
}
