/*
 * From the groups a provider names to a role of ours. Pure: knows no provider and no user.
 */
import { ROLES, type Role } from './roles.ts';

export type RoleMap = readonly { group: string; role: Role }[];

/** "soc-admins=admin, soc=operator": the last "=" divides, "\," is a comma of the name. Or what is wrong with it. */
export function readRoleMap(text: string): { ok: true; map: RoleMap } | { ok: false; problem: string } {
  const map: { group: string; role: Role }[] = [];
  for (const part of text.split(/(?<!\\),/)) {
    const piece = part.replaceAll('\\,', ',').trim();
    if (piece === '') continue;
    const at = piece.lastIndexOf('=');
    const group = piece.slice(0, Math.max(at, 0)).trim();
    const role = ROLES.find((one) => one === piece.slice(at + 1).trim());
    if (group === '' || !role)
      return { ok: false, problem: `"${piece}" is not group=role. Roles: ${ROLES.join(', ')}.` };
    map.push({ group, role });
  }
  return map.length > 0 ? { ok: true, map } : { ok: false, problem: 'It names no group: nobody could sign in.' };
}

/** The highest role that one of the groups gives; null for none. Names are compared exactly. */
export function roleOfGroups(groups: readonly string[], map: RoleMap): Role | null {
  const given = map.filter(({ group }) => groups.includes(group)).map(({ role }) => role);
  return ROLES.findLast((role) => given.includes(role)) ?? null;
}

/** A claim by its name; where there is none, as a path: Keycloak's "realm_access.roles". */
export function readClaim(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((value, key) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return isObject ? (value as Record<string, unknown>)[key] : undefined;
  }, claims);
}

/** The groups a claim lists; a single one may stand alone. Everything else is none. */
export function readGroups(claim: unknown): string[] {
  const list = Array.isArray(claim) ? claim : [claim];
  return list.filter((one): one is string => typeof one === 'string' && one !== '');
}
