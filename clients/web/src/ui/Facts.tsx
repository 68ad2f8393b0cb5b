import type { ReactNode } from 'react';
import { useI18n } from '../i18n/I18n';
import classes from './ui.module.css';

/** Names and values beside each other; a value that is not set says so. */
export function Facts({ items }: { items: [name: string, value: ReactNode][] }) {
  const { t } = useI18n();
  return (
    <dl className={classes.facts}>
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || <span className={classes.unset}>{t('app.notSet')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
