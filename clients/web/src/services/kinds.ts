/** The kinds of what is rented that the portal can narrow its list to. */
export const KINDS = ['server', 'hosting-plan'] as const;
export type Kind = (typeof KINDS)[number];

/** The kind that an address names; empty for all, and for a kind that there isn't. */
export function kindIn(search: URLSearchParams): Kind | '' {
  return KINDS.find((kind) => kind === search.get('kind')) ?? '';
}
