import { useI18n } from '../i18n/I18n';
import type { Server } from '../api/types';
import classes from './servers.module.css';

/** Whether a server is on, by colour and by word. */
export function PowerMark({ power }: { power: Server['power'] }) {
  const { t } = useI18n();
  return (
    <span className={classes.power} data-power={power}>
      {t(`power.${power}`)}
    </span>
  );
}
