/*
 * Roles, what each may do, and how a person may be narrowed further. Pure: knows no database and no request. The one table
 * that the server enforces and the browser only mirrors.
 */

export const ROLES = ['viewer', 'editor', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export type Permission =
  /** See every page. */
  | 'view'
  /** Draft and review. */
  | 'edit'
  /** Apply, restart, keep, revert. */
  | 'apply'
  /** Users and settings. */
  | 'admin';

const PERMISSIONS: Record<Role, readonly Permission[]> = {
  viewer: ['view'],
  editor: ['view', 'edit'],
  operator: ['view', 'edit', 'apply'],
  admin: ['view', 'edit', 'apply', 'admin'],
};

export const permissionsOf = (role: Role): readonly Permission[] => PERMISSIONS[role];

/** The least role that has the permission: what a page says is missing. */
export const roleFor = (needs: Permission): Role => ROLES.find((role) => PERMISSIONS[role].includes(needs)) ?? 'admin';

/** What a role says, for lists and forms. */
export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  viewer: { name: 'Viewer', may: 'sees everything, changes nothing' },
  editor: { name: 'Editor', may: 'drafts and reviews' },
  operator: { name: 'Operator', may: 'drafts, applies, restarts, reverts' },
  admin: { name: 'Administrator', may: 'everything, users and settings too' },
};

/** What a person may not do although the role would. */
export type Limits = {
  /** May not use location all. */
  noAll: boolean;
  /** Only responses and commands with these names; null for any. */
  commands: readonly string[] | null;
};

export const NO_LIMITS: Limits = { noAll: false, commands: null };
