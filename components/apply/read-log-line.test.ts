import { expect, test } from 'vitest';
import { isProblem, readLogLine } from './read-log-line';

test.each([
  [
    '2026/11/18 14:33:01 wazuh-analysisd: INFO: Started (pid: 1).',
    ['14:33:01', 'analysisd', 'INFO', 'Started (pid: 1).'],
  ],
  ['2026/11/18 14:33:14 wazuh-remoted: CRITICAL: (1206): No', ['14:33:14', 'remoted', 'CRITICAL', '(1206): No']],
  ['2026/11/18 14:33:14 wazuh-modulesd:syscollector: INFO: x', ['14:33:14', 'modulesd:syscollector', 'INFO', 'x']],
  [
    '2026/11/18 14:33:14 ossec-execd[12] exec.c:1 at f(): DEBUG: x',
    [null, null, null, '2026/11/18 14:33:14 ossec-execd[12] exec.c:1 at f(): DEBUG: x'],
  ],
  ['2026/11/18 14:33:14 wazuh-execd: no level', ['14:33:14', 'execd', null, 'no level']],
  ['something else', [null, null, null, 'something else']],
  ['', [null, null, null, '']],
])('%j', (line, [time, daemon, level, text]) => {
  expect(readLogLine(line)).toEqual({ time, daemon, level, text });
});

test('errors and criticals are problems, warnings are not', () => {
  const problem = (level: string) => isProblem(readLogLine(`2026/11/18 14:33:14 wazuh-execd: ${level}: x`));
  expect(['CRITICAL', 'ERROR', 'WARNING', 'INFO'].map(problem)).toEqual([true, true, false, false]);
});
