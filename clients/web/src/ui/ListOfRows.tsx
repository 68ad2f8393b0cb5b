import { Stack } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { MoreOfList } from './MoreOfList';
import { ProblemNotice } from './ProblemNotice';
import { Rows } from './Row';
import { Waiting } from './Waiting';

interface Props<T> extends ComponentProps<typeof MoreOfList> {
  list: ComponentProps<typeof MoreOfList>['list'] & { data: unknown; refetch: () => unknown };
  /** What is known of it, in the order of the page. */
  items: T[];
  /** How many lines stand in its place until it is known. */
  lines: number;
  /** Stands in its place where there is nothing in it. */
  none?: ReactNode;
  children: (item: T) => ReactNode;
}

/** A row for each thing of a list that comes page by page; until it comes, that it is awaited or why it doesn't. */
export function ListOfRows<T>({ list, items, lines, none, end, children }: Props<T>) {
  if (!list.data) {
    if (list.error) return <ProblemNotice problem={asProblem(list.error)} retry={() => list.refetch()} />;
    return <Waiting lines={lines} />;
  }
  if (none && items.length === 0) return none;
  return (
    <Stack>
      <Rows>{items.map(children)}</Rows>
      <MoreOfList list={list} end={end} />
    </Stack>
  );
}
