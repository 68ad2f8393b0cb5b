import { useCallback, useMemo, useRef } from 'react';

/** Idempotency keys: the same wish sent again, because its answer was lost, carries the same key until it is granted. */
export function useWishKey() {
  const attempt = useRef({ wish: '', key: '' });
  const keyOf = useCallback((wish: unknown) => {
    const written = JSON.stringify(wish);
    if (attempt.current.wish !== written) attempt.current = { wish: written, key: crypto.randomUUID() };
    return attempt.current.key;
  }, []);
  const granted = useCallback(() => {
    attempt.current = { wish: '', key: '' };
  }, []);
  return useMemo(() => ({ keyOf, granted }), [keyOf, granted]);
}
