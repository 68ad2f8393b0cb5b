/** State of a navigation to a top-up whose payment page is still being prepared: open it once it is there. */
export const OPEN_CHECKOUT = { openCheckout: true };

export function wantsCheckout(state: unknown): boolean {
  return (state as Partial<typeof OPEN_CHECKOUT> | null)?.openCheckout === true;
}

/** Leaves the portal for the provider's payment page; only an address of the web counts as one. */
export function openCheckout(address: string): void {
  if (/^https?:\/\//.test(address)) window.location.assign(address);
}
