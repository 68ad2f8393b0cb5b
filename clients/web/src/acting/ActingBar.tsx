import { Container, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { meQuery } from '../session/me';
import { useSession } from '../session/session';
import { SwitchIcon } from '../ui/icons';
import classes from './acting.module.css';
import { SWITCH_PAGE } from './address';
import { useActFor } from './useActing';

/** Says on every page for whom one is acting, and leads back. Nothing while that is one's own account. */
export function ActingBar() {
  const { t } = useI18n();
  const { account } = useSession();
  const { data: me } = useQuery(meQuery);
  const act = useActFor();
  if (account.own) return null;
  const mayReturn = me?.accounts.some(({ own }) => own);
  return (
    <div className={classes.bar} role="region" aria-label={t('acting.region')} data-acting data-staff={account.staff}>
      <Container size="72rem" className={classes.line}>
        <SwitchIcon />
        <span className={classes.whom}>
          {t(account.staff ? 'acting.barStaff' : 'acting.bar')} <strong>{account.name}</strong>{' '}
          <span translate="no">({account.handle})</span>
        </span>
        {mayReturn ? (
          <UnstyledButton className={classes.back} onClick={() => act(undefined)}>
            {t('acting.back')}
          </UnstyledButton>
        ) : (
          <Link to={SWITCH_PAGE} className={classes.back}>
            {t('nav.switch')}
          </Link>
        )}
      </Container>
    </div>
  );
}
