import { notifications, notificationsStore } from '@mantine/notifications';
import { CheckIcon, WarningIcon } from './icons';

type PopUp = Parameters<typeof notifications.show>[0];

function put(popUp: PopUp & { id: string }): void {
  const shown = notificationsStore.getState().notifications.some(({ id }) => id === popUp.id);
  if (shown) notifications.update(popUp);
  else notifications.show(popUp);
}

/** Pop-ups at the top right. An operation has one: it says that it is under way, and then turns into its result. */
export const popUps = {
  started(id: string, message: string): void {
    put({ id, message, loading: true, autoClose: false, withCloseButton: false });
  },
  succeeded(id: string, message: string): void {
    put({ id, message, loading: false, autoClose: 6000, withCloseButton: true, color: 'green', icon: <CheckIcon /> });
  },
  failed(id: string, title: string, message: string): void {
    put({
      id,
      title,
      message,
      loading: false,
      autoClose: 10_000,
      withCloseButton: true,
      color: 'red',
      icon: <WarningIcon />,
    });
  },
};
