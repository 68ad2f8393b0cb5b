import { Container } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from './Brand';
import classes from './frame.module.css';
import { PreferencesMenu } from './PreferencesMenu';

/** Around what is shown without a session: the brand, and the choice of language and appearance. */
export function QuietFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={classes.header}>
        <Container size="72rem" className={classes.bar}>
          <Brand />
          <span className={classes.push} />
          <PreferencesMenu />
        </Container>
      </header>
      <Container component="main" id="main" size="40rem" className={classes.quiet}>
        {children}
      </Container>
    </>
  );
}
