import { Menu, UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { useLogOut } from '../session/useLogOut';
import { PersonIcon } from '../ui/icons';
import classes from './frame.module.css';
import { ACCOUNT_PAGES, open } from './navigation';
import { PreferenceItems } from './PreferenceItems';

export function AccountMenu() {
  const { t } = useI18n();
  const { user, handle, can } = useSession();
  const logOut = useLogOut();

  return (
    <Menu position="bottom-end" offset={4} width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('nav.accountMenu', { name: user.name })}>
          <PersonIcon />
          <span className={classes.accountName}>{user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name} · <span translate="no">{handle}</span>
        </Menu.Label>
        {open(ACCOUNT_PAGES, can).map(({ to, label }) => (
          <Menu.Item key={to} component={Link} to={to}>
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <PreferenceItems />
        <Menu.Divider />
        <Menu.Item onClick={() => void logOut()}>{t('nav.logOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
