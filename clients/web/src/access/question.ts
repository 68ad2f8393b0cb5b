import { post, remove } from '../api/client';
import type { AccessibleAccount, AccountUser, ApiToken, Invitation } from '../api/types';

/** What is asked before it is done, each with what it is about. */
export type Question =
  | { kind: 'revoke'; user: AccountUser }
  | { kind: 'resend' | 'withdraw'; invitation: Invitation }
  | { kind: 'token'; token: ApiToken }
  | { kind: 'leave'; account: AccessibleAccount; delegation: string };

export function carryOut(question: Question): Promise<unknown> {
  switch (question.kind) {
    case 'revoke':
      return remove('/api/v1/users/{id}', { params: { id: question.user.id } });
    case 'resend':
      return post('/api/v1/invitations/{id}/resend', undefined, { params: { id: question.invitation.id } });
    case 'withdraw':
      return remove('/api/v1/invitations/{id}', { params: { id: question.invitation.id } });
    case 'token':
      return remove('/api/v1/api-tokens/{id}', { params: { id: question.token.id } });
    case 'leave':
      return remove('/api/v1/delegations/{id}', { params: { id: question.delegation } });
  }
}

/** Where one goes on afterwards, if what the question was asked from is gone with it. */
export const PLACE_AFTER: Partial<Record<Question['kind'], string>> = {
  revoke: 'users',
  withdraw: 'invitations',
  token: 'tokens',
  leave: 'accounts',
};

/** What its texts name. */
export function namesIn(question: Question): Record<string, string> {
  switch (question.kind) {
    case 'revoke':
      return { name: question.user.name, email: question.user.email };
    case 'token':
      return { name: question.token.name };
    case 'leave':
      return { name: question.account.name, handle: question.account.handle };
    default:
      return { email: question.invitation.email };
  }
}
