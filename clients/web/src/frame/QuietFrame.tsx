import { Container, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Me } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { useLogOut } from '../session/useLogOut';
import { Brand } from './Brand';
import classes from './frame.module.css';
import { PreferencesMenu } from './PreferencesMenu';

interface Props {
  /** Who is logged in, if anybody is. */
  user?: Me['user'] | undefined;
  children: ReactNode;
}

/** Around what is shown without an account: the brand, the choice of language and appearance, and the way out. */
export function QuietFrame({ user, children }: Props) {
  return (
    <>
      <header className={classes.header}>
        <Container size="72rem" className={classes.bar}>
          <Brand />
          <span className={classes.push} />
          <PreferencesMenu />
          {user && <LogOut name={user.name} />}
        </Container>
      </header>
      <Container component="main" id="main" size="40rem" className={classes.quiet}>
        {children}
      </Container>
    </>
  );
}

function LogOut({ name }: { name: string }) {
  const { t } = useI18n();
  const logOut = useLogOut();
  return (
    <UnstyledButton className={classes.item} title={name} onClick={() => void logOut()}>
      {t('nav.logOut')}
    </UnstyledButton>
  );
}
