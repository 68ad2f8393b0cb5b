import { Menu, UnstyledButton } from '@mantine/core';
import { Link, NavLink, useLocation } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { DownIcon } from '../ui/icons';
import classes from './frame.module.css';
import { DASHBOARD, GROUPS, open } from './navigation';

/** The main navigation where there is room for it. */
export function MainNavigation() {
  const { t } = useI18n();
  const { can } = useSession();
  const { pathname } = useLocation();
  const groups = GROUPS.map((group) => ({ ...group, pages: open(group.pages, can) }));
  return (
    <nav aria-label={t('nav.main')} className={classes.navigation}>
      <NavLink to={DASHBOARD.to} end className={classes.item}>
        {t(DASHBOARD.label)}
      </NavLink>
      {groups.map(
        ({ root, label, pages }) =>
          pages.length > 0 && (
            <Menu key={root} position="bottom-start" offset={4}>
              <Menu.Target>
                <UnstyledButton className={classes.item} data-within={pathname.startsWith(root)}>
                  {t(label)} <DownIcon />
                </UnstyledButton>
              </Menu.Target>
              <Menu.Dropdown>
                {pages.map((page) => (
                  <Menu.Item
                    key={page.to}
                    component={Link}
                    to={page.to}
                    aria-current={pathname === page.to ? 'page' : undefined}
                  >
                    {t(page.label)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          ),
      )}
    </nav>
  );
}
