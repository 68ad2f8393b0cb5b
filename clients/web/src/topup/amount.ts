const SPACES = /[\s\u00a0\u202f]/g;
const WRITTEN = /^\d{1,12}([.,]\d+)?$/;

/**
 * The amount that somebody has written, "50", "50,00", "50.00" or "1 000,50", as the interface wants it; undefined where
 * it is none. Nothing is rounded or judged: what is too little or too precise, the server says.
 */
export function parseAmount(written: string): string | undefined {
  const compact = written.replace(SPACES, '').replace(/^€|€$/g, '');
  return WRITTEN.test(compact) ? compact.replace(',', '.') : undefined;
}

/** Whether `amount` is less than `limit`, both as the interface writes them. Only for a hint while somebody types. */
export function isLess(amount: string, limit: string): boolean {
  return Number(amount) < Number(limit);
}
