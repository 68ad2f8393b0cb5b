import { fr, type TextKey } from '../i18n/fr';
import type { Translate } from '../i18n/I18n';
import type { PermissionSet } from '../api/types';

/** What can be given to others, under the headings of the page. */
export const PERMISSION_GROUPS = {
  services: [
    'services:read',
    'services:manage',
    'domains:manage',
    'certificates:manage',
    'storage:manage',
    'orders:place',
  ],
  billing: ['billing:read', 'billing:pay'],
  support: ['support:read', 'support:write'],
  account: ['account:manage', 'contacts:manage', 'addressbook:manage', 'users:manage'],
} as const;
export type PermissionGroup = keyof typeof PERMISSION_GROUPS;

/** What counts on the provider's account, and is given by its own users only. */
const STAFF_PERMISSIONS = [
  'customers:act',
  'customers:manage',
  'tickets:answer',
  'quotes:make',
  'ledger:adjust',
  'catalog:manage',
  'news:publish',
] as const;

/** The headings of what somebody may give who holds this, and what stands under each. */
export function groupsFor(can: (permission: string) => boolean): [PermissionGroup | 'staff', readonly string[]][] {
  const groups = Object.entries(PERMISSION_GROUPS) as [PermissionGroup, readonly string[]][];
  return STAFF_PERMISSIONS.some(can) ? [...groups, ['staff', STAFF_PERMISSIONS]] : groups;
}

/** All that a customer's account knows. */
const ALL: readonly string[] = Object.values(PERMISSION_GROUPS).flat();

/** Who may change something must see it. */
const COMES_WITH: Record<string, string> = {
  'services:manage': 'services:read',
  'billing:pay': 'billing:read',
  'support:write': 'support:read',
};

export const isEverything = (permissions: string[]) => ALL.every((one) => permissions.includes(one));

/** In the order of the page, whatever order they come in. */
export function inOrder(permissions: string[]): string[] {
  const known = [...ALL, ...STAFF_PERMISSIONS];
  const unknown = permissions.filter((one) => !known.includes(one));
  return [...known.filter((one) => permissions.includes(one)), ...unknown];
}

/** A permission in words; one that the portal does not know yet goes by its own name. */
export function permissionInWords(permission: string, t: Translate): string {
  const key = `access.permission.${permission}`;
  return key in fr ? t(key as TextKey) : permission;
}

/** A choice after a change of it: what a newly chosen permission needs comes with it, what needs one taken out goes too. */
export function consistent(before: string[], after: string[], mayGive: (permission: string) => boolean): string[] {
  const added = after.filter((one) => !before.includes(one));
  const needed = added.map((one) => COMES_WITH[one]).filter((one) => one !== undefined && mayGive(one)) as string[];
  const removed = before.filter((one) => !after.includes(one));
  const kept = after.filter((one) => !removed.includes(COMES_WITH[one] ?? ''));
  return [...new Set([...kept, ...needed])];
}

/** The ready-made set that a choice is, if it is one. */
export function setOf(permissions: string[], sets: PermissionSet[]): PermissionSet | undefined {
  return sets.find(
    (set) => set.permissions.length === permissions.length && set.permissions.every((one) => permissions.includes(one)),
  );
}
