import { expect, it } from 'vitest';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import { type Change, parseConfig } from '../ossec/index.ts';
import { plannedChanges, viewDraft } from './draft-view.ts';

const config = (text: string) => parseConfig(Buffer.from(text));
const draft = (...changes: Change[]) => ({
  ...{ person: 'ada', baseSha256: 'base', savedAt: 7 },
  changes: changes.map((change, at) => ({ id: String(at), change, madeAt: at })),
});
const add = (name: string): Change => ({ op: 'add-command', command: { name, executable: 'x' } });
const use = (command: string): Change => ({ op: 'add-response', response: { command, location: 'local' } });

it('no draft is an empty plan', () => {
  const view = viewDraft(null, config(plain), 'base', null);
  expect(view).toMatchObject({ savedAt: null, changes: [], stale: false, plan: { ok: true, edits: [] } });
});

it('on its own file a draft is planned as it is', () => {
  const view = viewDraft(draft(add('new')), config(plain), 'base', null);
  expect(view).toMatchObject({ savedAt: 7, stale: false, plan: { ok: true } });
  expect(plannedChanges(view)).toHaveLength(1);
});

it('a name that somebody else took meanwhile is a conflict, with the planner’s words; the rest is planned', () => {
  const theirs = plain.replace('<name>lock</name>', '<name>new</name>').replace('>lock<', '>new<');
  const view = viewDraft(draft(add('new'), use('drop')), config(theirs), 'theirs', config(plain));
  expect(view.stale).toBe(true);
  expect(view.changes.map(({ conflict }) => conflict)).toEqual([expect.stringContaining('already a command'), null]);
  expect(view.plan).toMatchObject({ ok: true, edits: [{}] });
});

it('what a conflict leaves without its command is a conflict, too', () => {
  const theirs = plain.replace('</ossec_config>', '').concat('</ossec_config>\n').replaceAll('lock', 'bolt');
  const view = viewDraft(draft(use('lock'), use('drop')), config(theirs), 'theirs', config(plain));
  expect(view.changes.map(({ conflict }) => conflict === null)).toEqual([false, true]);
});

it('on a file that cannot be edited every change is a conflict and the plan is empty', () => {
  const view = viewDraft(draft(add('new'), use('drop')), config('<ossec_config><broken'), 'theirs', config(plain));
  expect(view.changes.every(({ conflict }) => conflict !== null)).toBe(true);
  expect(view.plan).toMatchObject({ ok: true, edits: [] });
});
