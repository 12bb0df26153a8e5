import { expect, it, vi } from 'vitest';
import type { Facts, Finding } from '../ossec/findings/finding.ts';
import { parseConfig } from '../ossec/index.ts';
import { findCached } from './finding-cache.ts';

const facts = (over: Partial<Facts> = {}): Facts => ({
  commands: [],
  responses: [],
  agents: null,
  scripts: null,
  rules: null,
  ...over,
});
const config = () => parseConfig(new Uint8Array());
const said: Finding[] = [];

it('asks once while nothing changed', () => {
  const file = config();
  const find = vi.fn(() => said);
  findCached('file', file, facts(), find);
  findCached('file', file, facts(), find);
  expect(find).toHaveBeenCalledTimes(1);
});

it('asks again for another file, other facts, other rules or another search', () => {
  const file = config();
  const find = vi.fn(() => said);
  findCached('file', file, facts(), find);
  findCached('rows', file, facts(), find);
  findCached('file', config(), facts(), find);
  findCached('file', file, facts({ agents: [{ id: '001', name: 'a', system: 'linux', connection: 'active' }] }), find);
  findCached('file', file, facts({ rules: [] }), find);
  findCached('file', file, facts({ rules: [] }), find);
  expect(find).toHaveBeenCalledTimes(6);
});
