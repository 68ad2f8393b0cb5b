import type { ReactNode } from 'react';
import { SortIcon } from './icons';
import type { Sorting } from './sorting';
import classes from './ui.module.css';

export interface Column<T> {
  heading: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand at the right. */
  numeric?: boolean;
  /** What the list can be sorted by, as the server calls it. */
  sort?: string;
  /** On a phone's card: `lead` and `figure` share the first line without their headings, `bare` stands without it. */
  onPhone?: 'lead' | 'figure' | 'bare';
}

interface Props<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  sorting?: Sorting;
  /** What is shown is about to be replaced. */
  busy?: boolean;
}

/** A table that becomes cards on a phone. The roles keep it a table for screen readers when its cells are stacked. */
export function DataTable<T extends { id: string }>({ caption, columns, rows, sorting, busy = false }: Props<T>) {
  return (
    <table className={classes.table} role="table" aria-label={caption} aria-busy={busy}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Heading key={column.heading} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            {columns.map(({ heading, numeric, onPhone, cell }) => (
              <td key={heading} role="cell" data-numeric={numeric} data-phone={onPhone} data-heading={heading}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading<T>({ column, sorting }: { column: Column<T>; sorting: Sorting | undefined }) {
  const { heading, numeric, sort } = column;
  const sortable = sorting !== undefined && sort !== undefined;
  const direction = sortable ? sorting.directionOf(sort) : undefined;
  return (
    <th role="columnheader" scope="col" data-numeric={numeric} aria-sort={sortable ? (direction ?? 'none') : undefined}>
      {sortable ? (
        <button type="button" className={classes.sort} onClick={() => sorting.sortBy(sort)}>
          {heading} <SortIcon direction={direction} />
        </button>
      ) : (
        heading
      )}
    </th>
  );
}
