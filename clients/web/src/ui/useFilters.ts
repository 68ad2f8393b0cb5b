import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** The filters that an address names; one that it doesn't name is empty. */
export function filtersIn<N extends string>(names: readonly N[], search: URLSearchParams): Record<N, string> {
  return Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<N, string>;
}

/** Filters of a list, kept in the address: a filtered list can be linked to, and survives reloading and "back". */
export function useFilters<N extends string>(names: readonly N[]) {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersIn(names, search), [names, search]);
  // What the address will name once the router, which waits for the route's loader, has come there: without it the
  // second of two quick changes would begin from the address before the first, and undo that.
  const coming = useRef<URLSearchParams>(undefined);
  useEffect(() => {
    if (coming.current?.toString() === search.toString()) coming.current = undefined;
  }, [search]);

  const go = useCallback(
    (next: URLSearchParams) => {
      coming.current = next;
      setSearch(next, { replace: true, preventScrollReset: true });
    },
    [setSearch],
  );
  const set = useCallback(
    (name: N, value: string) => {
      const next = new URLSearchParams(coming.current ?? search);
      if (value) next.set(name, value);
      else next.delete(name);
      go(next);
    },
    [go, search],
  );
  const clear = useCallback(() => go(new URLSearchParams()), [go]);
  return { filters, set, clear };
}
