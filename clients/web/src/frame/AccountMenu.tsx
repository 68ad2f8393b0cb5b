import { Menu, UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { logOut } from '../session/logOut';
import { useSession } from '../session/session';
import { PersonIcon } from '../ui/icons';
import { usePopUps } from '../ui/usePopUps';
import { sentenceOf } from '../ui/ProblemNotice';
import classes from './frame.module.css';
import { ACCOUNT, BILLING_PAGES } from './navigation';
import { PreferenceItems } from './PreferenceItems';

export function AccountMenu() {
  const { t } = useI18n();
  const popUps = usePopUps();
  const { user, handle } = useSession();
  const queries = useQueryClient();

  const leave = async () => {
    popUps.started('log-out', t('nav.loggingOut'));
    try {
      await logOut(queries);
    } catch (error) {
      popUps.failed('log-out', t('problem.heading'), sentenceOf(asProblem(error), t));
    }
  };

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
        {[ACCOUNT, ...BILLING_PAGES].map(({ to, label }) => (
          <Menu.Item key={to} component={Link} to={to}>
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <PreferenceItems />
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{t('nav.logOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
