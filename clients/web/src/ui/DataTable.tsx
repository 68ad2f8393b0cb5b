import type { ReactNode } from 'react';
import classes from './ui.module.css';

export interface Column<T> {
  heading: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand at the right. */
  numeric?: boolean;
  /** On a phone's card: `lead` and `figure` share the first line without their headings, `bare` stands without it. */
  onPhone?: 'lead' | 'figure' | 'bare';
}

interface Props<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
}

/** A table that becomes cards on a phone. The roles keep it a table for screen readers when its cells are stacked. */
export function DataTable<T extends { id: string }>({ caption, columns, rows }: Props<T>) {
  return (
    <table className={classes.table} role="table" aria-label={caption}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ heading, numeric }) => (
            <th key={heading} role="columnheader" scope="col" data-numeric={numeric}>
              {heading}
            </th>
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
