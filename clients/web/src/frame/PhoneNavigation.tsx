import { Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { NavLink } from 'react-router';
import { useI18n } from '../i18n/I18n';
import classes from './frame.module.css';
import { BILLING_PAGES, DASHBOARD, type Destination } from './navigation';

/** The main navigation on a phone: behind a button, with the submenu laid open. */
export function PhoneNavigation() {
  const { t } = useI18n();
  const [opened, { open, close }] = useDisclosure();
  const link = ({ to, label }: Destination) => (
    <li key={to}>
      <NavLink to={to} end className={classes.phoneItem} onClick={close}>
        {t(label)}
      </NavLink>
    </li>
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
            <li>
              <p className={classes.phoneGroup} id="phone-billing">
                {t('nav.billing')}
              </p>
              <ul className={classes.phoneList} aria-labelledby="phone-billing">
                {BILLING_PAGES.map(link)}
              </ul>
            </li>
          </ul>
        </nav>
      </Drawer>
    </div>
  );
}
