import type { TextKey } from '../i18n/fr';

export interface Destination {
  to: string;
  label: TextKey;
}

/** The pages that exist; the main navigation, the phone's menu and the account menu are all made from these. */
export const DASHBOARD: Destination = { to: '/', label: 'nav.dashboard' };
export const ACCOUNT: Destination = { to: '/account', label: 'nav.account' };
export const BILLING_PAGES: Destination[] = [
  { to: '/billing/balance', label: 'nav.balance' },
  { to: '/billing/statement', label: 'nav.statement' },
];
