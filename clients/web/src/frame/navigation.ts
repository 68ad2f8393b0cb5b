import { USERS_PAGE } from '../access/address';
import { SWITCH_PAGE } from '../acting/address';
import type { TextKey } from '../i18n/fr';
import { SECURITY_PAGE } from '../security/address';
import { TOKENS_PAGE } from '../tokens/address';

export interface Destination {
  to: string;
  label: TextKey;
  /** Without this permission the page has nothing to show. */
  needs?: string;
}

/** Pages that belong together, under one heading of the main navigation. */
export interface Group {
  root: string;
  label: TextKey;
  pages: Destination[];
}

/** The pages that exist; the main navigation, the phone's menu and the account menu are all made from these. */
export const DASHBOARD: Destination = { to: '/', label: 'nav.dashboard' };
export const SERVICE_PAGES: Destination[] = [
  { to: '/services', label: 'nav.allServices', needs: 'services:read' },
  { to: '/services/servers', label: 'nav.servers', needs: 'services:read' },
];
export const BILLING_PAGES: Destination[] = [
  { to: '/billing/balance', label: 'nav.balance', needs: 'billing:read' },
  { to: '/billing/statement', label: 'nav.statement', needs: 'billing:read' },
];
export const ACTIVITY_PAGE: Destination = { to: '/account/activity', label: 'nav.activity' };
export const GROUPS: Group[] = [
  { root: '/services', label: 'nav.services', pages: SERVICE_PAGES },
  { root: '/billing', label: 'nav.billing', pages: BILLING_PAGES },
];
export const ACCOUNT_PAGES: Destination[] = [
  { to: '/account', label: 'nav.account' },
  { to: `${SECURITY_PAGE}#password`, label: 'nav.password' },
  { to: SECURITY_PAGE, label: 'nav.security' },
  ...BILLING_PAGES,
  { to: USERS_PAGE, label: 'nav.users', needs: 'users:manage' },
  { to: TOKENS_PAGE, label: 'nav.tokens' },
  { to: '/account/emails', label: 'nav.emails', needs: 'account:manage' },
  ACTIVITY_PAGE,
  { to: '/account/preferences', label: 'nav.preferences', needs: 'account:manage' },
  { to: SWITCH_PAGE, label: 'nav.switch' },
];

/** What of it somebody may see. */
export function open(pages: Destination[], can: (permission: string) => boolean): Destination[] {
  return pages.filter(({ needs }) => needs === undefined || can(needs));
}
