import { expect, it } from 'vitest';
import { breadthOf } from './breadth.ts';

it.each<[string[], number, number]>([
  [[], 0, 0],
  [[''], 1, 1],
  [['.'], 1, 0],
  [[':'], 0, 1],
  [['0|1|2|3|4|5|6|7|8|9'], 1, 1],
  [['0.0.0.0/0'], 1, 0],
  [['0.0.0.0/1'], 0.5, 0],
  [['0.0.0.0/1', '128.0.0.0/1'], 1, 0],
  [['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/2'], 0.75, 0],
  [['^1'], 111 / 256, 0],
  [['^2'], 67 / 256, 1],
  [['::'], 0, 0.5],
  [['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '^fe80:', '2001:db8::1'], 1 / 256, 0],
  [['999.1.1.1'], 0, 0],
])('%j', (entries, ipv4, ipv6) => {
  const found = breadthOf(entries);
  expect(Math.abs(found.ipv4 - ipv4)).toBeLessThan(0.001);
  expect(Math.abs(found.ipv6 - ipv6)).toBeLessThan(0.001);
});
