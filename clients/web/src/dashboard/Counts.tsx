import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { rentedQuery } from '../services/queries';
import classes from './dashboard.module.css';

/** How much there is, and what wants attention; each count leads to what it counts. */
export function Counts() {
  const { t, format } = useI18n();
  const { data } = useQuery(rentedQuery);
  if (!data) return null;
  const overdue = data.items.filter((service) => service.overdue).length;
  const more = data.next ? '+' : '';
  return (
    <ul className={classes.counts}>
      <li>
        <Link to="/services" className={classes.count}>
          <strong>
            {format.number(data.items.length)}
            {more}
          </strong>{' '}
          {t(data.items.length === 1 ? 'dashboard.service' : 'dashboard.services')}
        </Link>
      </li>
      {overdue > 0 && (
        <li>
          <Link to="/services/servers?status=overdue" className={classes.count} data-tone="late">
            <strong>{format.number(overdue)}</strong> {t('dashboard.overdue')}
          </Link>
        </li>
      )}
    </ul>
  );
}
