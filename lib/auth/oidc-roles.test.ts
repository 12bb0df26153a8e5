import { describe, expect, it } from 'vitest';
import { readClaim, readGroups, readRoleMap, roleOfGroups } from './oidc-roles.ts';

describe('the map of roles', () => {
  it.each([
    ['soc=operator', [['soc', 'operator']]],
    [
      ' soc-admins = admin , soc=operator,',
      [
        ['soc-admins', 'admin'],
        ['soc', 'operator'],
      ],
    ],
    ['/soc/on call=viewer', [['/soc/on call', 'viewer']]],
    ['cn=soc\\,dc=example=editor', [['cn=soc,dc=example', 'editor']]],
  ])('%j', (text, pairs) => {
    expect(readRoleMap(text)).toEqual({ ok: true, map: pairs.map(([group, role]) => ({ group, role })) });
  });

  it.each(['', ' , ', 'soc', 'soc=', '=admin', 'soc=boss', 'soc=Admin', 'a=admin,b'])('%j is none', (text) => {
    expect(readRoleMap(text)).toMatchObject({ ok: false, problem: expect.any(String) });
  });
});

describe('the role of groups', () => {
  const read = readRoleMap('everybody=viewer,soc-admins=admin,soc=operator,writers=editor');
  const map = read.ok ? read.map : [];
  it.each([
    [['soc'], 'operator'],
    [['soc', 'writers', 'everybody'], 'operator'],
    [['everybody', 'soc-admins'], 'admin'],
    [['writers'], 'editor'],
    [['everybody'], 'viewer'],
    [[], null],
    [['SOC'], null],
    [['soc '], null],
    [['soc,writers'], null],
    [['__proto__', 'constructor'], null],
  ])('%j gives %j', (groups, role) => {
    expect(roleOfGroups(groups, map)).toBe(role);
  });
});

describe('the claim of groups', () => {
  const claims = {
    groups: ['a', 'b'],
    'https://x.example/groups': 'c',
    realm_access: { roles: ['d', 7, null, ''] },
    n: 5,
  };
  it.each([
    ['groups', ['a', 'b']],
    ['https://x.example/groups', ['c']],
    ['realm_access.roles', ['d']],
    ['realm_access', []],
    ['realm_access.nothing', []],
    ['groups.length', []],
    ['constructor.name', []],
    ['n', []],
    ['none', []],
  ])('%s', (name, groups) => {
    expect(readGroups(readClaim(claims, name))).toEqual(groups);
  });
});
