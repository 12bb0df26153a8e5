import { describe, expect, it } from 'vitest';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import type { Change } from '../ossec/index.ts';
import { addToDraft } from './change-draft.ts';
import { changesOf, type Made, makeWorkspace, plannedText } from './fixtures/made-workspace.ts';
import { type Choice, conflictsOf, settleConflict } from './settle-conflict.ts';
import { adoptFile, discardDraft, restoreSnapshot, takeBack } from './take-back.ts';

const response = (command: string, level: number, more = '') =>
  `  <active-response>
    <command>${command}</command>
    <location>local</location>
    <level>${level}</level>${more}
  </active-response>
`;
const command = (name: string, executable = `${name}.sh`, more = '') =>
  `  <command>
    <name>${name}</name>
    <executable>${executable}</executable>${more}
  </command>
`;
const file = (...blocks: string[]) => `<ossec_config>\n${blocks.join('')}</ossec_config>\n`;
const edit = (index: number, set: Extract<Change, { op: 'edit-response' }>['set']): Change => ({
  op: 'edit-response',
  index,
  set,
});
const undoable = '\n    <timeout_allowed>yes</timeout_allowed>';
const timeout = (seconds: number) => `\n    <timeout>${seconds}</timeout>`;

/** A draft of `changes` on `before`, whose file became `after`. */
function conflicting(before: string, changes: Change[], after: string): Made {
  const made = makeWorkspace(before);
  const saved = addToDraft(made.load(), changes);
  if (saved.status !== 'saved') throw new Error(saved.message);
  made.text = after;
  return made;
}

function settle(made: Made, choice: Choice, at = 0) {
  const conflict = conflictsOf(made.load())[at];
  if (!conflict) throw new Error('there is no such conflict');
  return settleConflict(made.load(), conflict.id, choice);
}

describe('use mine', () => {
  it.each<[string, string, Change[], string, string]>([
    [
      'sets my field and keeps theirs',
      file(command('a'), response('a', 7)),
      [edit(0, { level: 10 })],
      file(command('a'), response('a', 7, timeout(60))),
      file(command('a'), response('a', 10, timeout(60))),
    ],
    [
      'sets my value over theirs of the same field',
      file(command('a'), response('a', 7)),
      [edit(0, { level: 10 })],
      file(command('a'), response('a', 12)),
      file(command('a'), response('a', 10)),
    ],
    [
      'does not bring back what I never changed',
      file(command('a'), response('a', 7, timeout(60))),
      [edit(0, { level: 10, timeout: 60 })],
      file(command('a'), response('a', 7, timeout(90))),
      file(command('a'), response('a', 10, timeout(90))),
    ],
    [
      'adds a block that they deleted again, with my values',
      file(command('a', 'a.sh', undoable), response('a', 7, timeout(60)), response('a', 3)),
      [edit(0, { level: 10 })],
      file(command('a', 'a.sh', undoable), response('a', 3)),
      file(command('a', 'a.sh', undoable), response('a', 3), '\n', response('a', 10, timeout(60))),
    ],
    [
      'removes their version',
      file(command('a'), response('a', 7), response('a', 3)),
      [{ op: 'remove-response', index: 0 }],
      file(command('a'), response('a', 8), response('a', 3)),
      file(command('a'), response('a', 3)),
    ],
    [
      'follows a command that they renamed',
      file(command('a'), response('a', 7)),
      [edit(0, { level: 10 })],
      file(command('b', 'a.sh'), response('b', 7)),
      file(command('b', 'a.sh'), response('b', 10)),
    ],
    [
      'of twins takes the one that became another',
      file(command('a'), response('a', 7), response('a', 7)),
      [edit(1, { level: 10 })],
      file(command('a'), response('a', 7), response('a', 7, timeout(60))),
      file(command('a'), response('a', 7), response('a', 10, timeout(60))),
    ],
    [
      'finds a block that they changed and moved',
      file(command('a'), command('b'), response('a', 7), response('b', 3)),
      [edit(0, { level: 10 })],
      file(command('a'), command('b'), response('b', 3), response('a', 7, timeout(60))),
      file(command('a'), command('b'), response('b', 3), response('a', 10, timeout(60))),
    ],
    [
      'leaves a block that they put into a comment there',
      file(command('a'), response('a', 7), response('a', 3)),
      [edit(0, { level: 10 })],
      file(command('a'), `  <!-- ${response('a', 7).trim()} -->\n`, response('a', 3)),
      file(command('a'), `  <!-- ${response('a', 10).trim()} -->\n`, response('a', 3)),
    ],
    [
      'edits their version of a command, by their name for it',
      file(command('a'), response('a', 7)),
      [{ op: 'edit-command', name: 'a', set: { timeoutAllowed: true } }],
      file(command('b', 'a.sh'), response('b', 7)),
      file(command('b', 'a.sh', undoable), response('b', 7)),
    ],
    [
      'says anew what a command of the same name should be',
      file(command('a'), response('a', 7)),
      [{ op: 'add-command', command: { name: 'new', executable: 'mine.sh' } }],
      file(command('a'), command('new', 'theirs.sh'), response('a', 7)),
      file(command('a'), command('new', 'mine.sh'), response('a', 7)),
    ],
  ])('%s', (_, before, changes, after, expected) => {
    const made = conflicting(before, changes, after);
    expect(conflictsOf(made.load())).toHaveLength(1);
    expect(settle(made, 'mine')).toMatchObject({ status: 'saved' });
    expect(plannedText(made.load())).toBe(expected);
    expect(made.load().draft).toMatchObject({ stale: false });
    expect(conflictsOf(made.load())).toEqual([]);
  });

  it('adds the command that they removed along with the response that needs it', () => {
    const made = conflicting(
      file(command('a'), command('b')),
      [{ op: 'add-response', response: { command: 'b', location: 'local' } }],
      file(command('a')),
    );
    expect(settle(made, 'mine')).toMatchObject({ status: 'saved', count: 2 });
    expect(changesOf(made.load()).map(({ op }) => op)).toEqual(['add-command', 'add-response']);
  });

  it('has nothing to do where they removed what I removed, or changed it the same way', () => {
    const before = file(command('a'), response('a', 7), response('a', 3));
    const removed = conflicting(before, [{ op: 'remove-response', index: 0 }], file(command('a'), response('a', 3)));
    expect(settle(removed, 'mine')).toMatchObject({ status: 'saved', count: 0 });
    const same = conflicting(before, [edit(0, { level: 9 })], before.replace('>7<', '>9<'));
    expect(settle(same, 'mine')).toMatchObject({ status: 'saved', count: 0 });
    expect(same.load().draft?.changes).toEqual([]);
  });

  it('takes all changes of a block together', () => {
    const made = conflicting(
      file(command('a'), response('a', 7)),
      [edit(0, { level: 10 }), { op: 'disable-response', index: 0 }],
      file(command('a')),
    );
    expect(conflictsOf(made.load())).toHaveLength(1);
    expect(settle(made, 'mine')).toMatchObject({ status: 'saved', count: 1 });
    expect(changesOf(made.load())).toEqual([
      { op: 'add-response', response: { command: 'a', location: 'local', level: 10, disabled: true } },
    ]);
  });

  it('is refused, with nothing changed, where the planner would not take it', () => {
    const made = conflicting(
      file(command('a'), response('a', 7)),
      [
        { op: 'remove-response', index: 0 },
        { op: 'remove-command', name: 'a' },
      ],
      file(command('a', 'other.sh'), response('a', 7), response('a', 3)),
    );
    const before = changesOf(made.load());
    expect(settle(made, 'mine')).toMatchObject({ status: 'refused', code: 'still-in-conflict' });
    expect(changesOf(made.load())).toEqual(before);
  });

  it('is refused when Riposte no longer has the file that the change was made on; theirs can be kept', () => {
    const made = conflicting(file(command('a'), response('a', 7)), [edit(0, { level: 9 })], file(command('a')));
    made.database.prepare('UPDATE drafts SET base_sha256 = ?').run('f'.repeat(64));
    expect(settle(made, 'mine')).toMatchObject({ status: 'refused', code: 'cannot-remake' });
    expect(settle(made, 'theirs')).toMatchObject({ status: 'saved', count: 0 });
  });
});

describe('keep theirs', () => {
  it('drops my change and leaves the file as they made it', () => {
    const after = file(command('a'), response('a', 12));
    const made = conflicting(file(command('a'), response('a', 7)), [edit(0, { level: 10 })], after);
    expect(settle(made, 'theirs')).toMatchObject({ status: 'saved', count: 0 });
    expect(plannedText(made.load())).toBe(after);
  });

  it('of a renamed command lets my responses use their name', () => {
    const made = conflicting(
      file(command('a')),
      [
        { op: 'edit-command', name: 'a', set: { name: 'mine' } },
        { op: 'add-response', response: { command: 'mine', location: 'local' } },
      ],
      file(command('theirs', 'a.sh')),
    );
    const at = conflictsOf(made.load()).findIndex(({ group }) => group[0]?.made.op === 'edit-command');
    settle(made, 'theirs', at);
    expect(changesOf(made.load())).toEqual([
      { op: 'add-response', response: { command: 'theirs', location: 'local' } },
    ]);
    expect(conflictsOf(made.load())).toEqual([]);
  });
});

const three = file(command('a'), command('b'), response('a', 1), response('b', 2), response('a', 3));
/** One block more above; the first and the last of mine changed by them. */
const changed = file(
  command('a'),
  command('b'),
  response('b', 9),
  response('a', 1, timeout(60)),
  response('b', 2),
  response('a', 3, timeout(60)),
);
const mine = [edit(0, { level: 11 }), edit(1, { level: 12 }), edit(2, { level: 13 })];

describe('one conflict among several', () => {
  it('is settled while the others wait, and the last one brings the draft to the new file', () => {
    const made = conflicting(three, mine, changed);
    expect(conflictsOf(made.load())).toHaveLength(2);
    expect(settle(made, 'mine', 1)).toMatchObject({ status: 'saved', count: 3 });
    expect(made.load().draft).toMatchObject({ stale: true });
    expect(conflictsOf(made.load())).toHaveLength(1);
    expect(settle(made, 'mine')).toMatchObject({ status: 'saved', count: 3 });
    expect(made.load().draft).toMatchObject({ stale: false });
    const levels = [...plannedText(made.load()).matchAll(/<level>(\d+)/g)].map(([, level]) => level);
    expect(levels).toEqual(['9', '11', '12', '13']);
  });

  it('stays settled when the file changes once more, above it', () => {
    const made = conflicting(three, mine, changed);
    settle(made, 'mine', 1);
    made.text = made.text.replace(response('b', 9), response('b', 9) + response('b', 8));
    expect(conflictsOf(made.load())).toHaveLength(1);
    settle(made, 'theirs');
    const levels = [...plannedText(made.load()).matchAll(/<level>(\d+)/g)].map(([, level]) => level);
    expect(levels).toEqual(['9', '8', '1', '12', '13']);
  });

  it('each step can be undone, back to the conflict', () => {
    const made = conflicting(three, mine, changed);
    const before = made.load().draft?.changes;
    for (const choice of ['mine', 'theirs'] as const) {
      const step = settle(made, choice, 1);
      if (step.status !== 'saved' || !step.draft) throw new Error('not settled');
      expect(restoreSnapshot(made.load(), step.draft, step.revision)).toMatchObject({ status: 'saved', count: 3 });
      expect(made.load().draft?.changes).toEqual(before);
    }
    const taken = takeBack(made.load(), [conflictsOf(made.load())[0]?.id ?? '']);
    if (taken.status !== 'saved' || !taken.draft) throw new Error('not taken back');
    restoreSnapshot(made.load(), taken.draft, taken.revision);
    expect(made.load().draft?.changes).toEqual(before);
  });

  it('an undo does not overwrite what another window did since', () => {
    const made = conflicting(three, mine, changed);
    const step = settle(made, 'mine', 1);
    settle(made, 'theirs');
    if (step.status !== 'saved' || !step.draft) throw new Error('not settled');
    expect(restoreSnapshot(made.load(), step.draft, step.revision)).toMatchObject({ code: 'draft-changed' });
  });

  it('going on with the new file is refused while conflicts are open', () => {
    const made = conflicting(three, mine, changed);
    expect(adoptFile(made.load())).toMatchObject({ status: 'refused', code: 'draft-conflict' });
    expect(made.load().draft?.changes).toHaveLength(3);
  });

  it('a discarded draft comes back with its conflicts', () => {
    const made = conflicting(three, mine, changed);
    const before = made.load().draft?.changes;
    const { draft, revision } = discardDraft(made.load());
    expect(made.load().draft?.changes).toEqual([]);
    if (!draft) throw new Error('nothing to bring back');
    restoreSnapshot(made.load(), draft, revision);
    expect(made.load().draft?.changes).toEqual(before);
  });
});

it('what is no conflict, or no longer one, is not settled', () => {
  const made = makeWorkspace(plain);
  addToDraft(made.load(), [edit(0, { level: 3 })]);
  const id = made.load().draft?.changes[0]?.id ?? '';
  expect(settleConflict(made.load(), id, 'mine')).toMatchObject({ code: 'no-such-conflict' });
  expect(settleConflict(made.load(), 'unknown', 'theirs')).toMatchObject({ code: 'no-such-conflict' });
});
