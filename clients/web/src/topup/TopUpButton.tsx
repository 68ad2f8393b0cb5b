import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { useSession } from '../session/session';
import { FROM_PORTAL, TOP_UP_WINDOW } from './useTopUpWindow';

/** Opens the top-up window over the present page; not there for those who may not pay. */
export function TopUpButton({ again = false }: { again?: boolean }) {
  const { t } = useI18n();
  const { can } = useSession();
  if (!can('billing:pay')) return null;
  return (
    <Button component={Link} to={TOP_UP_WINDOW} state={FROM_PORTAL} preventScrollReset>
      {t(again ? 'topUp.again' : 'topUp.topUp')}
    </Button>
  );
}
