import { expect, test } from 'vitest';
import { classifySystem } from './classify-system.ts';

test.each([
  ['ubuntu', 'Ubuntu', null, 'linux'],
  ['windows', 'Microsoft Windows Server 2022', null, 'windows'],
  ['darwin', 'macOS', null, 'macos'],
  ['sunos', 'Solaris', null, 'unix'],
  ['homegrown', 'Homegrown', 'Linux |host |6.1', 'linux'],
  ['homegrown', 'Homegrown', null, 'unknown'],
  [null, null, 'FreeBSD |host |14.0', 'unix'],
  [null, null, null, 'unknown'],
])('platform %s, name %s, uname %s is %s', (platform, name, uname, system) => {
  expect(classifySystem({ platform, name, uname })).toBe(system);
});
