/* `riposte bind FILE RULES.json`: which rules set off which response. */
import * as z from 'zod/mini';
import type { RuleFacts } from '../ossec/findings/finding.ts';
import { parseConfig } from '../ossec/index.ts';
import { bindRules } from '../ruleset/bind-rules.ts';
import { type Io, UsageError } from './io.ts';
import { readJsonArray } from './read-json.ts';
import type { Verb } from './run-cli.ts';
import { alignColumns, countOf } from './text-layout.ts';

const ruleSchema = z.object({
  id: z.int(),
  level: z.int(),
  groups: z.string(),
  noAr: z.optional(z.boolean()),
  no_ar: z.optional(z.boolean()),
});

export type Bindings = Record<string, number[]>;

export const bindVerb: Verb = async ([file = '', rulesFile = ''], { json }, io) => {
  const { verdict } = parseConfig(await io.readBytes(file));
  const bound = bindRules(verdict.responses, await readRules(rulesFile, io)).map((rules) => rules.map(({ id }) => id));
  const bindings: Bindings = {};
  for (const [index, ids] of bound.entries()) if (ids.length > 0) bindings[index] = ids;
  if (json) io.answer(JSON.stringify({ bindings }));
  else {
    const rows = verdict.responses.map(({ name }, index) => {
      const ids = bound[index] ?? [];
      return [String(index), name, ids.length === 0 ? 'never fires' : countOf(ids.length, 'rule'), ids.join(', ')];
    });
    io.answer(alignColumns(rows).join('\n'));
  }
  return verdict.accepted ? 0 : 1;
};

async function readRules(path: string, io: Io): Promise<RuleFacts[]> {
  return (await readJsonArray(path, io)).map((value, at) => {
    const rule = ruleSchema.safeParse(value);
    if (!rule.success) throw new UsageError(`${path}: rule ${at} is not {id, level, groups}.`);
    const { id, level, groups, noAr, no_ar: alsoNoAr } = rule.data;
    return { id, level, groups, noAr: noAr ?? alsoNoAr ?? false };
  });
}
