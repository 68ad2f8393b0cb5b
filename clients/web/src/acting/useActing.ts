import { notifications } from '@mantine/notifications';
import { useCallback, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { actFor, type ActedFor, actingNow, whenActingChanges } from '../api/acting';

/** For whom this tab acts. */
export function useActing() {
  return useSyncExternalStore(whenActingChanges, actingNow);
}

/** Acts for an account, or for one's own, beginning at the dashboard: the page left may be about what the other has not. */
export function useActFor() {
  const navigate = useNavigate();
  return useCallback(
    (account: ActedFor | undefined) => {
      // What they tell of belongs to the account that is left.
      notifications.clean();
      actFor(account);
      void navigate('/');
    },
    [navigate],
  );
}
