/* `riposte plan FILE CHANGES.json`: plans edits, and writes nothing but --out. */
import { toBytes } from '../ossec/byte-text.ts';
import { parseConfig } from '../ossec/index.ts';
import { type PlanAnswer, planAnswer } from './plan-answer.ts';
import { readJsonArray } from './read-json.ts';
import type { Verb } from './run-cli.ts';
import { countOf } from './text-layout.ts';

export const planVerb: Verb = async ([file = '', changesFile = ''], { json, diff, out }, io) => {
  const config = parseConfig(await io.readBytes(file));
  const asked = await readJsonArray(changesFile, io);
  const { answer, after } = planAnswer(file, config, asked);
  if (after && out !== null) await io.writeBytes(out, toBytes(after.tree.text));
  if (json) io.answer(JSON.stringify(answer));
  else if (answer.ok) io.answer(diff ? (answer.diff ?? '') : `${summary(answer, asked.length)}\n${answer.diff}`);
  else for (const { change, code, message } of answer.refused) io.say(`Change ${change} refused (${code}): ${message}`);
  if (after && !after.verdict.accepted) io.say('Wazuh would refuse the planned file; it refuses FILE for the same.');
  return after?.verdict.accepted ? 0 : 1;
};

const summary = ({ edits }: PlanAnswer, changes: number): string =>
  edits.length === 0 ? 'Nothing to change.' : `${countOf(changes, 'change')}, ${countOf(edits.length, 'edit')}:`;
