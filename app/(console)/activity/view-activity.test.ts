import { expect, test } from 'vitest';
import { findTrouble } from '@/lib/activity/ask-activity';
import { build } from '@/lib/activity/fixtures/build';
import { MINUTE, makeAlert, makeReport, NOW } from '@/lib/activity/fixtures/made';
import { readQuery } from './activity-query';
import { toRow, toTimeline, toTrouble } from './view-activity';

const query = readQuery({ q: 'web', outcome: 'undone' });
const period = { from: NOW - 60 * MINUTE, to: NOW };

test('a way to trouble leads to it, whatever is asked for now', () => {
  const [trouble] = findTrouble(build({ alerts: [makeAlert({ ago: 30 })] }));
  expect(trouble && toTrouble(trouble, query).href).toBe('/activity?response=firewall-drop&agent=001');
  const unnamed = trouble && toTrouble({ ...trouble, script: null }, query);
  expect(unnamed).toMatchObject({ script: 'unknown script', href: '/activity?agent=001' });
});

test('a row leads to the chain of its alert on its agent', () => {
  const [run] = build({ alerts: [makeAlert({ ago: 30, agentId: '001' })] });
  expect(run && toRow(run, query, NOW).traceHref).toBe('/trace?alert=100.1&agent=001&response=r0');
});

test('marks that would hide each other are drawn once, and all are counted', () => {
  const reports = Array.from({ length: 4000 }, (_, at) =>
    makeReport({ ago: 50 - at / 100, id: `r${at}`, script: 'wazuh-slack', cause: { id: `1.${at}` } }),
  );
  const { lanes, counts, label } = toTimeline(build({ reports }), query, period, NOW);
  expect(lanes[0]?.marks.length).toBeLessThan(1500);
  expect(lanes[0]?.counts).toEqual({ done: 4000 });
  expect(counts.find(({ outcome }) => outcome === 'done')?.count).toBe(4000);
  expect(label).toMatch(/^4000 runs from .*, one lane an agent: 4000 ran, nothing to undo\.$/);
});
