import { notifications, notificationsStore } from '@mantine/notifications';
import { useMemo } from 'react';
import { useI18n } from '../i18n/I18n';
import { CheckIcon, WarningIcon } from './icons';

type PopUp = Parameters<typeof notifications.show>[0];

const RESULT_MS = 6000;
const FAILURE_MS = 10_000;

function put(popUp: PopUp & { id: string }): void {
  const shown = notificationsStore.getState().notifications.some(({ id }) => id === popUp.id);
  if (shown) notifications.update(popUp);
  else notifications.show(popUp);
}

/** Pop-ups at the top right. An operation has one: it says that it is under way, and then turns into its result. */
export function usePopUps() {
  const { t } = useI18n();
  return useMemo(() => {
    const result = { loading: false, withCloseButton: true, closeButtonProps: { 'aria-label': t('popUp.close') } };
    return {
      started: (id: string, message: string) =>
        put({ id, message, loading: true, autoClose: false, withCloseButton: false }),
      succeeded: (id: string, message: string) =>
        put({ ...result, id, message, autoClose: RESULT_MS, color: 'green', icon: <CheckIcon /> }),
      failed: (id: string, title: string, message: string) =>
        put({ ...result, id, title, message, autoClose: FAILURE_MS, color: 'red', icon: <WarningIcon /> }),
    };
  }, [t]);
}
