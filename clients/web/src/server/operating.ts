import type { Server } from '../api/types';

/** Why a user may not operate a server, or nothing where they may: the user's permission, the account's role, its state. */
export type Hindrance = 'permission' | 'role' | 'provisioning' | 'suspended' | 'cancelled';

/** The roles that cover technical work. */
const OPERATORS: Server['roles'] = ['admin', 'technical'];

/** A role says what an account may do with a service, a permission what a user may do for the account: both must allow it. */
export function hindranceOf(server: Server, can: (permission: string) => boolean): Hindrance | undefined {
  if (!can('services:manage')) return 'permission';
  if (!server.roles.some((role) => OPERATORS.includes(role))) return 'role';
  return server.status === 'active' ? undefined : server.status;
}

/** Tags and names are changed by whoever may do technical work, whatever state the server is in. */
export function mayDescribe(server: Server, can: (permission: string) => boolean): boolean {
  const hindrance = hindranceOf(server, can);
  return hindrance !== 'permission' && hindrance !== 'role' && hindrance !== 'cancelled';
}
