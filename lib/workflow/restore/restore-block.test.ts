import { expect, it } from 'vitest';
import { addToDraft } from '../change-draft.ts';
import { blocksOf, command, file, response, setUp } from '../fixtures/made-revision.ts';
import { changesOf, plannedText } from '../fixtures/made-workspace.ts';
import { restoreBlock } from './restore-block.ts';
import { restoreVersion } from './restore-version.ts';

it('one block comes back, and nothing else of that version', () => {
  const old = file(command('host-deny'), response('host-deny', 7), response('host-deny', 12));
  const both = setUp(old, file(command('host-deny'), response('host-deny', 10)));
  const [level] = blocksOf(both, old);
  expect(restoreBlock(both.made.load(), both.revision, level as never)).toMatchObject({ status: 'saved', count: 1 });
  expect(plannedText(both.made.load())).toBe(file(command('host-deny'), response('host-deny', 7)));
});

it('a response brings the command along that is no longer there', () => {
  const old = file(
    command('host-deny'),
    command('drop', 'firewall-drop'),
    response('host-deny', 10),
    response('drop', 6),
  );
  const both = setUp(old);
  const added = blocksOf(both, old).find(({ op }) => op === 'add-response');
  expect(restoreBlock(both.made.load(), both.revision, added as never)).toMatchObject({ status: 'saved', count: 2 });
  expect(changesOf(both.made.load()).map(({ op }) => op)).toEqual(['add-command', 'add-response']);
  expect(restoreBlock(both.made.load(), both.revision, added as never)).toMatchObject({ status: 'saved', count: 2 });
});

it('what the draft said of the block gives way to the block as it was', () => {
  const old = file(command('host-deny'), response('host-deny', 7));
  const both = setUp(old);
  addToDraft(both.made.load(), [{ op: 'edit-response', index: 0, set: { level: 3, timeout: 60 } }]);
  restoreBlock(both.made.load(), both.revision, blocksOf(both, old)[0] as never);
  expect(plannedText(both.made.load())).toBe(old);
});

it('a block that is no longer different in that way is refused', () => {
  const old = file(command('host-deny'), response('host-deny', 7));
  const both = setUp(old);
  const [change] = blocksOf(both, old);
  both.made.text = old;
  expect(restoreBlock(both.made.load(), both.revision, change as never)).toMatchObject({ code: 'block-changed' });
});

it('restores are told in the audit log', () => {
  const old = file(command('host-deny'), response('host-deny', 7));
  const both = setUp(old);
  restoreBlock(both.made.load(), both.revision, blocksOf(both, old)[0] as never);
  restoreVersion(both.made.load(), both.revision);
  const entries = both.made.database.prepare('SELECT person, action FROM audit ORDER BY seq').all();
  expect(entries).toEqual([
    { person: 'ada', action: 'restored-block' },
    { person: 'ada', action: 'restored-version' },
  ]);
});
