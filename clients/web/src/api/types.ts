import type { components, paths } from './schema';

type Schemas = components['schemas'];

export type Money = Schemas['Money'];
export type Me = Schemas['Me'];
export type Account = Schemas['Account'];
export type Balance = Schemas['Balance'];
export type StatementLine = Schemas['StatementLine'];
export type TopUpMethod = Schemas['TopUpMethod'];
export type TopUp = Schemas['TopUp'];
export type TopUpState = TopUp['state'];

/** What each path answers with when all is well. */
export type Answers = Pick<Stated, keyof Stated & keyof paths>;

interface Stated {
  '/api/v1/me': { get: Me };
  '/api/v1/account': { get: Account; patch: Account };
  '/api/v1/balance': { get: Balance };
  '/api/v1/statement': { get: Schemas['PageStatementLine'] };
  '/api/v1/top-up-methods': { get: Schemas['TopUpMethods'] };
  '/api/v1/top-ups': { get: Schemas['PageTopUp']; post: TopUp };
  '/api/v1/top-ups/{id}': { get: TopUp };
}
