import type { Answer } from './client';

export type Me = Answer<'/api/v1/me'>;
export type Account = Answer<'/api/v1/account'>;
export type Balance = Answer<'/api/v1/balance'>;
export type Money = Balance['balance'];
export type StatementPage = Answer<'/api/v1/statement'>;
export type StatementLine = StatementPage['items'][number];
export type TopUpMethod = Answer<'/api/v1/top-up-methods'>['items'][number];
export type TopUpPage = Answer<'/api/v1/top-ups'>;
export type TopUp = Answer<'/api/v1/top-ups/{id}'>;
export type TopUpState = TopUp['state'];
