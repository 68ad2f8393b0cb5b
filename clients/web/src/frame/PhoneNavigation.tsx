import { Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { NavLink } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import classes from './frame.module.css';
import { DASHBOARD, type Destination, GROUPS, open as openTo } from './navigation';

/** The main navigation on a phone: behind a button, with the submenu laid open. */
export function PhoneNavigation() {
  const { t } = useI18n();
  const { can } = useSession();
  const [opened, { open, close }] = useDisclosure();
  const link = ({ to, label }: Destination) => (
    <li key={to}>
      <NavLink to={to} end className={classes.phoneItem} onClick={close}>
        {t(label)}
      </NavLink>
    </li>
  );
  const groups = GROUPS.map((group) => ({ ...group, pages: openTo(group.pages, can) })).filter(
    ({ pages }) => pages.length > 0,
  );
  return (
    <div className={classes.phone}>
      <Burger opened={opened} onClick={open} size="sm" aria-label={t('nav.open')} aria-expanded={opened} />
      <Drawer
        opened={opened}
        onClose={close}
        size="17rem"
        title={t('app.name')}
        closeButtonProps={{ 'aria-label': t('nav.close') }}
      >
        <nav aria-label={t('nav.main')}>
          <ul className={classes.phoneList}>
            {link(DASHBOARD)}
            {groups.map(({ root, label, pages }) => (
              <li key={root}>
                <p className={classes.phoneGroup} id={`phone${root.replace('/', '-')}`}>
                  {t(label)}
                </p>
                <ul className={classes.phoneList} aria-labelledby={`phone${root.replace('/', '-')}`}>
                  {pages.map(link)}
                </ul>
              </li>
            ))}
          </ul>
        </nav>
      </Drawer>
    </div>
  );
}
