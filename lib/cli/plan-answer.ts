/*
 * The answer of `plan` under the keys of the contract (../shared/contracts/cli.md). A change of a wrong shape is refused like
 * one that can't be done.
 */
import { decodeText } from '../ossec/byte-text.ts';
import { type Change, type Config, changeSchema, planChanges, type TextEdit } from '../ossec/index.ts';
import { joinSentences } from './check-answer.ts';
import { unifiedDiff } from './unified-diff.ts';

export type RefusedAnswer = { change: number; code: string; message: string };

export type PlanAnswer = {
  ok: boolean;
  /** Null when refused. */
  text: string | null;
  diff: string | null;
  /** Offsets count bytes of the file. */
  edits: TextEdit[];
  refused: RefusedAnswer[];
};

export type PlanOutcome = { answer: PlanAnswer; after: Config | null };

export function planAnswer(file: string, config: Config, asked: readonly unknown[]): PlanOutcome {
  const parsed = asked.map((change) => changeSchema.safeParse(change));
  const misshapen = parsed.flatMap(({ success, error }, change) => (success ? [] : [misshape(change, error)]));
  if (misshapen.length > 0) return refuse(misshapen);
  const result = planChanges(
    config,
    parsed.map(({ data }) => data as Change),
  );
  if (!result.ok) {
    return refuse(
      result.refused.map(({ change, code, message, hint }) => ({
        change,
        code,
        message: joinSentences(message, hint),
      })),
    );
  }
  const text = decodeText(result.after.tree.text);
  return {
    answer: {
      ok: true,
      text,
      diff: unifiedDiff(file, file, decodeText(config.tree.text), text),
      edits: result.edits.map((edit) => ({ ...edit, text: decodeText(edit.text) })),
      refused: [],
    },
    after: result.after,
  };
}

const refuse = (refused: RefusedAnswer[]): PlanOutcome => ({
  answer: { ok: false, text: null, diff: null, edits: [], refused },
  after: null,
});

type ShapeError = { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined;

function misshape(change: number, error: ShapeError): RefusedAnswer {
  const [issue] = error?.issues ?? [];
  const where = issue && issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : '';
  return { change, code: 'invalid-change', message: `${where}${issue?.message ?? 'This is not a change.'}` };
}
