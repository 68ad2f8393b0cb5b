export type Direction = 'ascending' | 'descending';

/** The order of a list: a name as the server knows it, with `-` before it where the order descends. */
export interface Sorting {
  directionOf: (name: string) => Direction | undefined;
  /** Ascending at first, and the other way round when asked for once more. */
  sortBy: (name: string) => void;
}

export function sortingOf(present: string, change: (sort: string) => void): Sorting {
  return {
    directionOf: (name) => (present === name ? 'ascending' : present === `-${name}` ? 'descending' : undefined),
    sortBy: (name) => change(present === name ? `-${name}` : name),
  };
}
