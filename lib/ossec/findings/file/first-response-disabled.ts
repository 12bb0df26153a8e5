/* execd looks at the first <active-response> of each root: "yes" there switches it off altogether (dialect §7). */
import type { Config } from '../../index.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { say } from '../support/say.ts';

const ID = 'first-response-disabled';

export const firstResponseDisabled: FileCheck = { id: ID, lint: 'L27', run };

function run({ model, verdict }: Config): Finding[] {
  if (!verdict.execd.disabled) return [];
  const { responses } = model;
  const first = responses.find(
    (response, index) =>
      response.hasDisabledTag && !response.hasAttributes && response.root !== responses[index - 1]?.root,
  );
  if (!first) return [];
  const title = 'The manager runs no active response at all';
  const why =
    'A disabled response in first place switches off its executor, and the restart through the API. Put it into a comment, or move it down.';
  return [{ id: ID, subject: { kind: 'response', index: first.index }, line: first.line, ...say('error', title, why) }];
}
