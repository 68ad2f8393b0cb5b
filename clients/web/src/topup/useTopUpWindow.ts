import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

const PARAMETER = 'top-up';

/** The address, on the present page, that opens the top-up window: it can be linked to, and "back" closes it. */
export const TOP_UP_WINDOW = { search: `?${PARAMETER}` };

/** What a link to the window carries along, so that closing goes back instead of adding a step. */
export const FROM_PORTAL = { topUpFromPortal: true };

export function useTopUpWindow() {
  const [parameters, setParameters] = useSearchParams();
  const { state } = useLocation() as { state: Partial<typeof FROM_PORTAL> | null };
  const navigate = useNavigate();
  const cameFromPortal = state?.topUpFromPortal === true;
  const close = useCallback(() => {
    if (cameFromPortal) return void navigate(-1);
    setParameters(
      (present) => {
        present.delete(PARAMETER);
        return present;
      },
      { replace: true },
    );
  }, [cameFromPortal, navigate, setParameters]);
  return { opened: parameters.has(PARAMETER), close };
}
