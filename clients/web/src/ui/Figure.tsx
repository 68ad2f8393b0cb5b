import type { ReactNode } from 'react';
import classes from './ui.module.css';

/** Money and other numbers: tabular figures, never broken over two lines. */
export function Figure({ children, tone }: { children: ReactNode; tone?: 'in' | 'large' }) {
  const extra = tone === 'in' ? classes.incoming : tone === 'large' ? classes.large : '';
  return <span className={`${classes.figure} ${extra}`}>{children}</span>;
}
