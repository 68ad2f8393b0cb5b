import { asProblem, type Problem } from '../api/problem';

/** After these nobody can accept it any more, or needs to. */
const DEAD = [
  'invitation-link-unknown',
  'invitation-accepted',
  'invitation-withdrawn',
  'invitation-expired',
  'inviter-holds-less',
  'has-access-already',
  'owner-has-all',
] as const;

/** It lives, but not for the user who is logged in. */
const ANOTHER = 'invitation-for-another-address';

export type Refusal = (typeof DEAD)[number] | typeof ANOTHER;

export const isDead = (code: string) => DEAD.some((one) => one === code);

/** Why accepting makes no sense, or nothing where it can be tried again. */
export function refusalIn(error: Error | null): Refusal | undefined {
  const { code }: Problem = asProblem(error);
  return isDead(code) || code === ANOTHER ? (code as Refusal) : undefined;
}
