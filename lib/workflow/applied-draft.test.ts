import { expect, it } from 'vitest';
import { saveContent, sha256Of } from '../history/contents.ts';
import type { ApplyRecord } from '../view/apply.ts';
import { settleDraft, unsettleDraft } from './applied-draft.ts';
import { addToDraft } from './change-draft.ts';
import { command, file, response } from './fixtures/made-revision.ts';
import { changesOf, makeWorkspace } from './fixtures/made-workspace.ts';
import { bringBack, listSetAside } from './restore/set-aside.ts';

const twins = (count: number) => file(command('host-deny'), ...Array(count).fill(response('host-deny', 10)));
const removal = { op: 'remove-response', index: 0 } as const;

function applyRemoval() {
  const made = makeWorkspace(twins(3));
  addToDraft(made.load(), [removal]);
  const [baseSha256, newSha256] = [twins(3), twins(2)].map((text) => sha256Of(Buffer.from(text)));
  const record = { kind: 'apply', person: 'ada', baseSha256, newSha256, changes: [removal] } as unknown as ApplyRecord;
  made.text = twins(2);
  saveContent(made.database, Buffer.from(made.text));
  settleDraft(made.database, record);
  expect(changesOf(made.load())).toEqual([]);
  return { made, record };
}

it('a way back gives the changes back once, however often it is told', () => {
  const { made, record } = applyRemoval();
  made.text = twins(3);
  for (let time = 0; time < 2; time++) unsettleDraft(made.database, record);
  expect(changesOf(made.load())).toEqual([removal]);
  expect(listSetAside(made.database, 'ada')).toEqual([]);
});

it('an equal change of the same words, made on the file that was applied, is another one: both are kept', () => {
  const { made, record } = applyRemoval();
  addToDraft(made.load(), [removal]);
  made.text = twins(3);
  unsettleDraft(made.database, record);
  const [aside] = listSetAside(made.database, 'ada');
  expect(aside).toMatchObject({ count: 1 });
  bringBack(made.load(), aside?.id ?? 0);
  expect(made.load().draft).toMatchObject({ stale: false, changes: [{ change: removal, conflict: null }] });
  expect(listSetAside(made.database, 'ada')).toHaveLength(1);
});
