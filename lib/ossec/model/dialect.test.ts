/* docs/dialect.md, rule by rule: what it says is what the core does, and every test that it names is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { blocksRows } from '../fixtures/dialect-blocks.ts';
import { effectsRows } from '../fixtures/dialect-effects.ts';
import { type DialectRow, dialectFile } from '../fixtures/dialect-row.ts';
import { syntaxRows } from '../fixtures/dialect-syntax.ts';
import { parseConfigText } from '../index.ts';
import { rulesSettingOff } from '../trigger/rules-setting-off.ts';
import type { Verdict } from './verdict.ts';

const rows: readonly DialectRow[] = [...syntaxRows, ...blocksRows, ...effectsRows];

const RULES = [
  { id: 5710, level: 5, groups: 'syslog,sshd,authentication_failed,' },
  { id: 5711, level: 0, groups: 'syslog,sshd,' },
  { id: 5712, level: 10, groups: 'syslog,sshd,authentication_failures,' },
  { id: 31103, level: 7, groups: 'web,attack,' },
  { id: 999, level: 12, groups: 'x,', noAr: true },
];

const list = (items: readonly (string | number | false)[]) =>
  items.filter((one) => one !== false).join(' ') || 'nothing';
const quoted = (name: string, text: string | null) => (text === null ? '' : `${name} ${JSON.stringify(text)}`);

/** The verdict on one line: what a row expects is a part of it. */
function inWords(verdict: Verdict): string {
  const { xml, accepted, errors, warnings, infos, commands, responses, queues, execd, arConf, crashes } = verdict;
  const refusal = xml.ok ? errors[0] : `${xml.error} (line ${xml.line})`;
  return [
    crashes ? 'crashes' : accepted ? 'accepted' : `refused: ${refusal}`,
    ...warnings,
    ...infos,
    `${commands.length} commands, ${responses.length} responses`,
    ...commands.map((one) => `${one.name} = ${one.executable}, ${one.timeoutAllowed ? 'timeout' : 'no timeout'}`),
    ...responses.map((one) =>
      [
        `${one.name} [${one.location.join(' ')}] level ${one.level} timeout ${one.timeout}`,
        quoted('agent', one.agentId),
        quoted('ids', one.rulesId),
        quoted('group', one.rulesGroup),
        `fires ${list(
          rulesSettingOff(one, RULES)
            .map(({ id }) => id)
            .sort((a, b) => a - b),
        )}.`,
      ].join(' '),
    ),
    `queues ${list([queues.local && 'local', queues.remote && 'remote'])} `.replace('nothing', 'none'),
    `execd ${execd.disabled ? 'off' : 'on'}`,
    `offenders ${list(execd.repeatedOffendersMinutes)} `.replace('nothing', 'none'),
    `ar.conf ${arConf.replaceAll('\n', ' ')}`,
  ].join(' · ');
}

describe('the dialect', () => {
  it.each(rows.map((row) => [row[0], row[1], row] as const))('§%s %s', (_section, _rule, row) => {
    const said = inWords(parseConfigText(dialectFile(row)).verdict);
    for (const part of row[4]) expect(said).toContain(part);
  });
});

const CORE = new URL('..', import.meta.url);
const document = readFileSync(new URL('../../docs/dialect.md', CORE), 'utf8');
const plain = (cell: string) =>
  cell
    .trim()
    .replace(/\\([\\|*_])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('`', '');

type Row = { section: string; rule: string; file: string; test: string };

function documented(): Row[] {
  let section = '';
  const found: Row[] = [];
  for (const line of document.split('\n')) {
    section = /^##+ ([\d.]+) /.exec(line)?.[1] ?? section;
    const cells = line.split(/(?<!\\)\|/);
    if (cells.length !== 5 || /^( *Rule *|[ -]+)$/.test(cells[1] ?? '')) continue;
    const [, file = '', test] = /^`([^`]+)`(?:: “(.+)”)?$/.exec(cells[3]?.trim() ?? '') ?? [];
    found.push({ section, rule: plain(cells[1] ?? ''), file, test: plain(test ?? '') });
  }
  return found;
}

describe('docs/dialect.md', () => {
  const table = documented();

  it('names for each rule a test that exists', () => {
    expect(table.length).toBeGreaterThan(250);
    const known = new Set(rows.map(([section, rule]) => `${section} ${rule.trim()}`));
    for (const { section, rule, file, test } of table) {
      const path = new URL(file, CORE);
      expect([rule, existsSync(path)]).toEqual([rule, true]);
      if (file === 'model/dialect.test.ts') {
        expect(test).toBe(`§${section} ${rule}`);
        expect(known).toContain(`${section} ${rule}`);
      } else expect(readFileSync(path, 'utf8')).toContain(`'${test}'`);
    }
  });

  it('lists each rule that is tested', () => {
    const listed = new Set(table.map(({ section, rule }) => `${section} ${rule}`));
    expect(rows.map(([section, rule]) => `${section} ${rule.trim()}`).filter((one) => !listed.has(one))).toEqual([]);
  });

  it('has every section that the code cites', () => {
    const sections = new Set([...document.matchAll(/^##+ ([\d.]+) /gm)].map(([, number]) => number));
    const files = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: fileURLToPath(new URL('../../', CORE)) });
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const text = readFileSync(new URL(`../../${file}`, CORE), 'utf8');
      for (const [, number] of text.matchAll(/dialect(?:\.md)? §(\d+(?:\.\d+)?)/g)) {
        expect([file, number, sections.has(number)]).toEqual([file, number, true]);
      }
    }
  });
});
