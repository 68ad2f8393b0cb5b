import { Link } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { Mark } from '../ui/icons';
import classes from './frame.module.css';

export function Brand() {
  const { t } = useI18n();
  return (
    <Link to="/" className={classes.brand}>
      <Mark />
      {t('app.name')}
    </Link>
  );
}
