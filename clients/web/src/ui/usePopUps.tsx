import { notifications, notificationsStore } from '@mantine/notifications';
import { useMemo } from 'react';
import { useI18n } from '../i18n/I18n';
import { CheckIcon, InfoIcon, WarningIcon } from './icons';

type PopUp = Parameters<typeof notifications.show>[0];

const LOOKS = {
  info: { color: 'petrol', icon: <InfoIcon /> },
  success: { color: 'green', icon: <CheckIcon /> },
  warning: { color: 'yellow', icon: <WarningIcon /> },
  error: { color: 'red', icon: <WarningIcon /> },
};

/** What a pop-up of the same operation may have had when that was last done. */
const UNFINISHED = { title: undefined, icon: undefined, withCloseButton: false, onClick: undefined };

const RESULT_MS = 4000;
const FAILURE_MS = 8000;

/** As many as stand at once. */
export const MOST_POP_UPS = 3;

const standing = () => notificationsStore.getState().notifications;

/** Below the page's heading and its buttons, which so stay within reach; the first one decides for those that follow. */
function place(): void {
  const row = document.querySelector('[data-page-title]');
  const end = Math.min(row?.getBoundingClientRect().bottom ?? 0, window.innerHeight / 2);
  document.documentElement.style.setProperty('--moorage-pop-ups-top', `${Math.round(end)}px`);
}

/** The oldest that has said what it had to say makes way; work under way and failures stay. */
function makeRoom(): void {
  const oldest = standing().find(({ loading, autoClose }) => !loading && autoClose === RESULT_MS);
  if (standing().length >= MOST_POP_UPS && oldest?.id) notifications.hide(oldest.id);
}

function put(popUp: PopUp & { id: string }): void {
  const waiting = notificationsStore.getState().queue;
  if ([...standing(), ...waiting].some(({ id }) => id === popUp.id)) return void notifications.update(popUp);
  if (standing().length === 0) place();
  makeRoom();
  notifications.show(popUp);
}

/**
 * Pop-ups at the top right, below the page's heading. An operation has one: it says that it is under way, and then turns
 * into its result.
 */
export function usePopUps() {
  const { t } = useI18n();
  return useMemo(() => {
    const closable = (id: string) => ({
      id,
      loading: false,
      withCloseButton: true,
      closeButtonProps: { 'aria-label': t('popUp.close') },
      // A click gets what is read out of the way of what it covers.
      onClick: () => notifications.hide(id),
    });
    return {
      started: (id: string, message: string) => put({ id, message, loading: true, autoClose: false, ...UNFINISHED }),
      succeeded: (id: string, message: string) =>
        put({ ...closable(id), message, autoClose: RESULT_MS, ...LOOKS.success }),
      failed: (id: string, title: string, message: string) =>
        put({ ...closable(id), title, message, autoClose: FAILURE_MS, ...LOOKS.error }),
      /** Something that has come about by itself. */
      told: (id: string, severity: keyof typeof LOOKS, message: string) =>
        put({
          ...closable(id),
          message,
          autoClose: severity === 'error' ? FAILURE_MS : RESULT_MS,
          ...LOOKS[severity],
        }),
      /** What was started is asked for in another way first. */
      withdrawn: (id: string) => void notifications.hide(id),
      count: () => standing().length,
    };
  }, [t]);
}
