export const SERVER_FILTERS = ['location', 'status', 'search', 'sort'] as const;
export type ServerFilterName = (typeof SERVER_FILTERS)[number];
export type ServerFilters = Record<ServerFilterName, string>;

/** Where a server stands in its life, and beside it `overdue`: its payment is late. */
export const STATUSES = ['active', 'provisioning', 'suspended', 'cancelled', 'overdue'] as const;

/** What the list can be sorted by. */
export const SORTS = ['number', 'name', 'location', 'status', 'created'] as const;

/** The provider's countries; others show as soon as a server stands there. */
const LOCATIONS = ['NL', 'US'];

/** The countries to choose from: the usual ones, those of the servers on the page, and the one that is chosen. */
export function locationsOf(servers: { location: string }[], chosen: string): string[] {
  const all = [...LOCATIONS, ...servers.map(({ location }) => location), chosen];
  return [...new Set(all)].filter((location) => location !== '').sort();
}
