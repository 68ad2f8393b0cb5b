import type { TopUp } from '../api/types';

/** State of a navigation to a top-up whose payment page is still being prepared: open it once it is there. */
export const OPEN_CHECKOUT = { openCheckout: true };

export function wantsCheckout(state: unknown): boolean {
  return (state as Partial<typeof OPEN_CHECKOUT> | null)?.openCheckout === true;
}

/**
 * Leaves the portal for the provider's payment page; only an address of the web counts as one. The step left behind
 * becomes the top-up's own page, so that "back" finds its state, not the window that asked for it.
 */
export function openCheckout({ id, checkoutUrl }: Pick<TopUp, 'id' | 'checkoutUrl'>): void {
  if (!checkoutUrl || !/^https?:\/\//.test(checkoutUrl)) return;
  window.history.replaceState(null, '', `/billing/top-ups/${id}`);
  window.location.assign(checkoutUrl);
}
