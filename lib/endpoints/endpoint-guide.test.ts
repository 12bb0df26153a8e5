import { expect, it } from 'vitest';
import { ENDPOINT_SYSTEMS, endpointGuide, isPlainFileName } from './endpoint-guide.ts';
import { SKELETONS, scriptSkeleton } from './script-skeleton.ts';

it.each<[string, boolean]>([
  ['block.py', true],
  ['route-null.exe', true],
  ['a', true],
  ['', false],
  ['-rf', false],
  ['.hidden', false],
  ['../sh', false],
  ['a b', false],
  ['a;reboot', false],
  ['$(id)', false],
  ['a"b', false],
  ["a'b", false],
  ['a\n', false],
  ['a'.repeat(201), false],
])('%j may stand in a copied shell line: %s', (name, isPlain) => {
  expect(isPlainFileName(name)).toBe(isPlain);
});

it('each system has its own paths, and names the script wherever it is meant', () => {
  const scripts = ENDPOINT_SYSTEMS.map((system) => endpointGuide(system, 'block.py').scripts);
  expect(scripts).toEqual([
    '/var/ossec/active-response/bin',
    '/Library/Ossec/active-response/bin',
    'C:\\Program Files (x86)\\ossec-agent\\active-response\\bin',
  ]);
  for (const system of ENDPOINT_SYSTEMS) {
    const lines = endpointGuide(system, 'block.py').steps.flatMap(({ commands }) => commands.map(({ line }) => line));
    expect(lines.filter((line) => line.includes('block.py')).length).toBeGreaterThanOrEqual(3);
  }
  const linux = endpointGuide('linux', 'block.py').steps.flatMap(({ commands }) => commands.map(({ line }) => line));
  expect(linux).toContain('chmod 750 /var/ossec/active-response/bin/block.py');
  expect(linux).toContain('chown root:wazuh /var/ossec/active-response/bin/block.py');
});

it('a skeleton reads single lines, asks whether it may go on, and never waits for the end of its input', () => {
  for (const kind of SKELETONS) {
    const text = scriptSkeleton(kind, 'block.py', '/log');
    expect(text).toContain('check_keys');
    expect(text).not.toMatch(/stdin\.read\(\)|ReadToEnd|\bcat\b/);
  }
});
