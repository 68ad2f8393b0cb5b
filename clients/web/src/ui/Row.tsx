import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './row.module.css';

interface Props {
  /** Where an address can lead to it. */
  id?: string;
  icon: ReactNode;
  name: ReactNode;
  badge?: ReactNode;
  /** What it is set to, where that is one thing. */
  value?: ReactNode;
  hint: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** Things of one kind below each other. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}

/** One thing of the page: what it is, its state, and what can be done with it. */
export function Row({ id, icon, name, badge, value, hint, actions, children }: Props) {
  return (
    <li className={classes.row} id={id} tabIndex={id ? -1 : undefined}>
      <span className={classes.icon}>{icon}</span>
      <div className={classes.what}>
        <Group gap="0.25rem 0.6rem">
          <Text component="h3" fw={600} size="md">
            {name}
          </Text>
          {badge}
        </Group>
        {value && <p className={classes.value}>{value}</p>}
        <p className={classes.hint}>{hint}</p>
        {children}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </li>
  );
}
