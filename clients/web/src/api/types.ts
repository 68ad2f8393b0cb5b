import type { paths } from './schema';

/*
 * The platform's document names the members of its answers, but not which of them are always there, which values they
 * can have, and that a movement is no top-up. Until it does, that is written down here.
 */

export interface Money {
  amount: string;
  currency: string;
}

type Language = 'fr' | 'en';

/** One part of a list; `next` is the cursor of the following one. */
interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Me {
  user: { id: string; login: string; name: string; email: string; language: Language };
  accounts: {
    handle: string;
    name: string;
    kind: string;
    own: boolean;
    permissions: string[];
    services: 'all' | string[];
  }[];
  actingAccount: string | null;
}

export interface Account {
  handle: string;
  kind: string;
  status: string;
  openedAt: string;
  currency: string;
  language: Language;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  company: string;
  vatNumber: string;
  address: { line1: string; line2: string; postalCode: string; city: string; country: string };
}

export interface Balance {
  balance: Money;
  pending: Money;
}

export interface StatementLine {
  id: string;
  at: string;
  kind: 'top-up' | 'adjustment';
  reference?: string;
  method?: string;
  amount: Money;
  balance: Money;
}

export interface TopUpMethod {
  method: string;
  minimum: Money;
  maximum: Money;
}

export type TopUpState = 'requested' | 'pending' | 'completed' | 'failed' | 'expired' | 'review';

export interface TopUp {
  id: string;
  amount: Money;
  method: string;
  state: TopUpState;
  checkoutUrl?: string;
  createdAt: string;
  completedAt?: string;
}

/** What each path answers with when all is well. */
export type Answers = Pick<Stated, keyof Stated & keyof paths>;

interface Stated {
  '/api/v1/me': { get: Me };
  '/api/v1/account': { get: Account; patch: Account };
  '/api/v1/balance': { get: Balance };
  '/api/v1/statement': { get: Page<StatementLine> };
  '/api/v1/top-up-methods': { get: { items: TopUpMethod[] } };
  '/api/v1/top-ups': { get: Page<TopUp>; post: TopUp };
  '/api/v1/top-ups/{id}': { get: TopUp };
}
