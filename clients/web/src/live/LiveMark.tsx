import { createContext, useContext } from 'react';
import { useI18n } from '../i18n/I18n';
import classes from './live.module.css';

/** Whether the push stream is connected. */
export const LiveContext = createContext(true);

/** Says, by colour and word, whether what is shown follows by itself. */
export function LiveMark() {
  const live = useContext(LiveContext);
  const { t } = useI18n();
  return (
    <span className={classes.mark} data-live={live}>
      {t(live ? 'live.on' : 'live.off')}
    </span>
  );
}
