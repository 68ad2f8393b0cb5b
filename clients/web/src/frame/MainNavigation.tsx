import { Menu, UnstyledButton } from '@mantine/core';
import { Link, NavLink, useLocation } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { DownIcon } from '../ui/icons';
import classes from './frame.module.css';
import { BILLING_PAGES, DASHBOARD } from './navigation';

/** The main navigation where there is room for it. */
export function MainNavigation() {
  const { t } = useI18n();
  const { pathname } = useLocation();
  return (
    <nav aria-label={t('nav.main')} className={classes.navigation}>
      <NavLink to={DASHBOARD.to} end className={classes.item}>
        {t(DASHBOARD.label)}
      </NavLink>
      <Menu position="bottom-start" offset={4}>
        <Menu.Target>
          <UnstyledButton className={classes.item} data-within={pathname.startsWith('/billing')}>
            {t('nav.billing')} <DownIcon />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {BILLING_PAGES.map(({ to, label }) => (
            <Menu.Item key={to} component={Link} to={to} aria-current={pathname === to ? 'page' : undefined}>
              {t(label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
