import { Anchor, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { ShieldIcon } from '../ui/icons';
import { SECURITY_PAGE } from './address';
import { protectionOf } from './protection';
import { securityQuery } from './queries';
import classes from './security.module.css';

/** One line for those who have no second factor. It tells a state, so it stays as long as that does. */
export function SecondFactorHint() {
  const { t } = useI18n();
  const { data } = useQuery(securityQuery);
  if (!data || protectionOf(data) !== 'password-only') return null;
  return (
    <Paper withBorder className={classes.reminder}>
      <ShieldIcon />
      <span>
        {t('security.reminder')}{' '}
        <Anchor component={Link} to={SECURITY_PAGE} inherit underline="always">
          {t('security.reminderLink')}
        </Anchor>
      </span>
    </Paper>
  );
}
