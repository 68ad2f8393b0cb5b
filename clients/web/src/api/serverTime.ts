let aheadMs = 0;

/** Learns from an answer how far this machine's clock is off: many are, and by more than a minute. */
export function noteServerTime(answer: Response): void {
  const said = Date.parse(answer.headers.get('Date') ?? '');
  if (!Number.isNaN(said)) aheadMs = Date.now() - said;
}

/** The time as the platform has it, in milliseconds, to about a second. */
export function serverNow(): number {
  return Date.now() - aheadMs;
}
