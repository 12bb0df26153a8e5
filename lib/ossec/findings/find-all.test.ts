import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfigText } from '../index.ts';
import {
  CHECKS,
  compareFindings,
  FILE_CHECKS,
  factsIndexOf,
  findInConfig,
  findInFacts,
  responseRefOf,
  toFacts,
} from './find-all.ts';
import { SEVERITIES } from './finding.ts';
import { LEGACY_NAMES, STOCK_COMMANDS, stockCommandOf, stockKindOf } from './stock-commands.ts';
import { command, facts, RULES, response } from './support/sample-facts.ts';

const FILE = `<ossec_config>
<command><name>c</name><executable>mine.sh</executable></command>
<!--
<active-response><command>c</command><location>local</location><level>7</level></active-response>
-->
<active-response><command>c</command><location>server</location><level>9</level></active-response>
</ossec_config>`;

describe('all checks', () => {
  it('have ids of their own', () => {
    const ids = [...CHECKS, ...FILE_CHECKS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z]+(-[a-z]+)*$/.test(id))).toBe(true);
  });

  it('find nothing wrong with sound facts', () => {
    expect(findInFacts(facts({ rules: RULES }))).toEqual([]);
  });

  it('speak plainly: no contractions, no dashes, no please, one full sentence at least', () => {
    const odd = {
      level: '3',
      rulesGroup: 'ssh',
      timeout: '10m',
      location: 'all,server',
      agentId: 'x',
      repeatedOffenders: 'x',
    };
    const all = findInFacts(
      facts({
        commands: [command({ executable: '/x y' }), command({ name: '!', extraArgs: '; "' })],
        responses: [response(odd), response({ command: 'nope', location: 'defined-agent' }), response({ level: 'x' })],
        whiteList: [{ address: '', line: 1 }],
      }),
    );
    expect(all.length).toBeGreaterThan(10);
    for (const { title, detail } of all) {
      expect(title).toMatch(/[^.]$/);
      expect(title.length).toBeLessThan(100);
      expect(detail).toMatch(/[.^,:]$|-->$/);
      expect(`${title} ${detail}`).not.toMatch(/please|n't|’t |–|—| - |undefined|null/i);
    }
  });

  it('over facts keep the parser out of the browser', () => {
    const reached = new Set<string>();
    const walk = (url: URL) => {
      if (reached.has(url.href)) return;
      reached.add(url.href);
      const imports = readFileSync(url, 'utf8').matchAll(
        /^(?:import (?!type)|export (?!type)|\} )[^;]*? from '(\.[^']+)';/gms,
      );
      for (const [, path = ''] of imports) walk(new URL(path, url));
    };
    walk(new URL('./find-in-facts.ts', import.meta.url));
    expect(reached.size).toBeGreaterThan(50);
    expect([...reached].filter((href) => /\/syntax\/|\/ossec\/index|load-|read-/.test(href))).toEqual([]);
  });

  it('come the worst first, then by subject', () => {
    const found = findInFacts(
      facts({ responses: [response({ timeout: null }), response({ rulesId: null }), response({ command: 'nope' })] }),
    );
    const ranks = found.map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(ranks).toEqual([...ranks].sort());
    expect(found[0]).toMatchObject({ id: 'unknown-command', subject: { kind: 'response', index: 2 } });
  });

  it('look at 200 responses and 4,500 rules within a keystroke', () => {
    const rules = Array.from({ length: 4500 }, (_, id) => ({
      id,
      level: (id % 15) + 1,
      groups: `syslog,g${id % 300},`,
    }));
    const responses = Array.from({ length: 200 }, (_, at) =>
      response({
        rulesGroup: `g${at},|sys`,
        level: '5',
        timeout: String(at + 60),
        rulesId: `${at + 100}`,
        line: at + 20,
      }),
    );
    const given = facts({ responses, rules });
    findInFacts(given);
    const start = performance.now();
    findInFacts({ ...given, responses: responses.with(0, response({ rulesGroup: 'g1,', timeout: '61' })) });
    // About 30 ms here; the rest is for a busy machine.
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('facts of a file', () => {
  const { model } = parseConfigText(FILE);

  it('list live responses, then those inside comments as off', () => {
    expect(toFacts(model).responses).toMatchObject([
      { location: 'server', off: false, line: 6 },
      { location: 'local', off: true, line: 4 },
    ]);
    expect(toFacts(model).commands).toMatchObject([{ name: 'c', timeoutAllowed: false }]);
  });

  it('lead back to their blocks', () => {
    expect([0, 1].map((index) => responseRefOf(model, index))).toEqual([
      { kind: 'live', index: 0 },
      { kind: 'commented', commented: 0 },
    ]);
    expect([0, 1].map((index) => factsIndexOf(model, responseRefOf(model, index)))).toEqual([0, 1]);
  });

  it('are not judged behind an XML error', () => {
    const broken = parseConfigText(FILE.replace('</location>', '</lcation>').replace('-->', '').replace('<!--', ''));
    const found = findInConfig(broken, { ...toFacts(broken.model), agents: null, scripts: null, rules: null });
    expect(found.map(({ id }) => id)).toEqual(['manager-refuses']);
  });
});

describe('compareFindings', () => {
  const before = [response({ timeout: null }), response({ command: 'mine', timeout: '10m' })];
  const commands = [command(), command({ name: 'mine', executable: 'mine.sh' })];

  const compare = (after: typeof before) => {
    const { added, fixed, staying } = compareFindings(
      findInFacts(facts({ commands, responses: before })),
      findInFacts(facts({ commands, responses: after })),
    );
    return [added, fixed, staying].map((findings) => findings.map(({ id }) => id));
  };

  it('knows findings again when blocks move', () => {
    expect(compare([response({ command: 'mine', location: 'all' }), ...before])).toEqual([
      ['all-agents'],
      [],
      ['timeout-not-a-number', 'no-undo'],
    ]);
  });

  it('knows a finding again in a block that was edited', () => {
    expect(compare([response({ timeout: null, level: '12', rulesId: null }), ...before.slice(1)])).toEqual([
      [],
      [],
      ['timeout-not-a-number', 'no-undo'],
    ]);
  });

  it('tells what a draft mends', () => {
    expect(compare([...before.slice(0, 1), response({ command: 'mine', rulesId: '5710' })])).toEqual([
      [],
      ['timeout-not-a-number'],
      ['no-undo'],
    ]);
  });

  it('counts a second finding of the same kind as new', () => {
    expect(compare([...before, response({ timeout: null, rulesId: '5710' })])[0]).toEqual(['no-undo']);
  });
});

describe('stock commands', () => {
  it('are found by their exact file name', () => {
    expect(stockCommandOf('netsh.exe')).toMatchObject({
      systems: ['windows'],
      needs: 'srcip',
      stateful: true,
      blocks: true,
    });
    expect(stockCommandOf('netsh')).toBeNull();
    expect(stockKindOf('netsh.cmd')).toBe(stockCommandOf('netsh.exe'));
  });

  it('say what they do in one sentence, and suggest a time only where there is an undo', () => {
    for (const { does, stateful, suggestedTimeoutSeconds } of STOCK_COMMANDS) {
      expect(does).toMatch(/^[A-Z].*\.$/);
      expect(suggestedTimeoutSeconds !== null).toBe(stateful);
    }
    expect(Object.values(LEGACY_NAMES).every((name) => stockCommandOf(name))).toBe(true);
  });
});
