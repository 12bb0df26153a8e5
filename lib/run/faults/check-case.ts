/*
 * The promise, looked at after a case: the manager runs the old or the new configuration, complete, and Riposte says which
 * and why. Everything is read from outside: the disk, the processes, the database. Answers what is broken.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifyAudit } from '../../audit/verify-audit.ts';
import { createLocalManager } from '../../manager/local/local-manager.ts';
import type { Change } from '../../ossec/edit/change.ts';
import { checkConfig } from '../../ossec/index.ts';
import type { Database } from '../../state/database.ts';
import type { ApplyRecord } from '../../view/apply.ts';
import { loadApplies } from '../../workflow/apply/apply-record.ts';
import { listsExactly } from '../../workflow/apply/ar-conf.ts';
import { loadAlarm, runningApply } from '../../workflow/apply/running-apply.ts';
import { loadDraft } from '../../workflow/draft.ts';

export type Facts = { managerDir: string; database: Database; before: Uint8Array; after: Uint8Array; change: Change };

/** Sentences about what is broken; empty when the promise was kept. */
export async function checkCase({ managerDir, database, before, after, change }: Facts): Promise<string[]> {
  const broken: string[] = [];
  const expect = (isTrue: boolean, words: string) => {
    if (!isTrue) broken.push(words);
  };
  const manager = createLocalManager({ directory: managerDir, sandbox: true });
  const file = await manager.loadConfig();
  const bytes = file.ok ? Buffer.from(file.value.bytes) : Buffer.alloc(0);
  const [isOld, isNew] = [bytes.equals(before), bytes.equals(after)];
  expect(isOld || isNew, `ossec.conf is neither the old nor the new one (${bytes.length} bytes)`);
  expect(file.ok && file.value.mode === 0o660, 'the mode of ossec.conf changed');

  const down = (await manager.loadDaemons()).filter(({ required, running }) => required && !running);
  expect(down.length === 0, `not running: ${down.map(({ name }) => name).join(', ')}`);
  const record = loadApplies(database, 1)[0];
  const arConf = (await manager.loadArConf()) ?? '';
  // An apply that only writes leaves the manager with what it runs.
  const loaded = record?.outcome?.result === 'saved' ? before : bytes;
  expect(listsExactly(arConf, checkConfig(loaded).arConf), 'the manager does not run what the file says');

  expect(runningApply(database) === null, 'an apply is still under way');
  expect(loadAlarm(database) === null, 'the alarm is still on');
  // Killed before there was one: then nothing may have happened.
  expect(record !== undefined || isOld, 'there is no record');
  if (record) broken.push(...lies(record, isOld, isNew));
  const held = heldChanges(database);
  expect(isNew || held.includes(JSON.stringify(change)), 'the change is lost: neither in the file nor in a draft');
  expect(!isNew || isOld || !inDraft(database, change), 'the change is in the file and in the draft');
  const audit = verifyAudit(database);
  expect(audit.ok, 'the audit log does not verify');
  const whole = database.prepare('PRAGMA integrity_check').get() as { integrity_check: string };
  expect(whole.integrity_check === 'ok', 'the database is damaged');
  return broken;
}

/** What the record says against what is true. */
function lies({ outcome, kind }: ApplyRecord, isOld: boolean, isNew: boolean): string[] {
  const result = outcome?.result;
  const isTrue =
    kind === 'apply'
      ? (isNew && (result === 'running' || result === 'saved')) ||
        (isOld && (result === 'reverted' || result === 'not-written' || result === 'revert-failed'))
      : result === 'running';
  return isTrue ? [] : [`the record says ${kind} ${result}, the file is ${isOld ? 'old' : isNew ? 'new' : 'foreign'}`];
}

function heldChanges(database: Database): string[] {
  const aside = database.prepare('SELECT changes FROM drafts_set_aside').all();
  return [
    ...(loadDraft(database, 'ada')?.changes ?? []).map(({ change }) => JSON.stringify(change)),
    ...aside.flatMap(({ changes }) => (JSON.parse(String(changes)) as Change[]).map((one) => JSON.stringify(one))),
  ];
}

const inDraft = (database: Database, change: Change): boolean =>
  (loadDraft(database, 'ada')?.changes ?? []).some((one) => JSON.stringify(one.change) === JSON.stringify(change));

/** Files that a save left behind. */
export const leftovers = (managerDir: string): string[] =>
  readdirSync(join(managerDir, 'etc')).filter((name) => name.includes('riposte-') && name.startsWith('.'));
