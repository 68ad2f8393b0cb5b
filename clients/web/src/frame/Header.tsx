import { Container } from '@mantine/core';
import { ActingBar } from '../acting/ActingBar';
import { Bell } from '../notices/Bell';
import { AccountMenu } from './AccountMenu';
import { Brand } from './Brand';
import classes from './frame.module.css';
import { MainNavigation } from './MainNavigation';
import { PhoneNavigation } from './PhoneNavigation';

export function Header() {
  return (
    <header className={classes.header}>
      <Container size="72rem" className={classes.bar}>
        <PhoneNavigation />
        <Brand />
        <MainNavigation />
        <span className={classes.push} />
        <Bell />
        <AccountMenu />
      </Container>
      <ActingBar />
    </header>
  );
}
