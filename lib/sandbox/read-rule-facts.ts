/*
 * Owns a simple look into the sandbox's own rule files: id, level, words and groups of each rule.
 * Good enough for files we wrote ourselves; real rule files are lib/ruleset's business.
 */

export type RuleFacts = {
  id: string;
  level: number;
  description: string;
  groups: string[];
  mitre: string[];
  frequency: number | null;
};

const tag = (name: string, text: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '';

/** All rules of one file, in file order. */
export function readRuleFacts(text: string): RuleFacts[] {
  const rules: RuleFacts[] = [];
  for (const root of text.matchAll(/<group name="([^"]*)">([\s\S]*?)^<\/group>/gm)) {
    for (const rule of (root[2] ?? '').matchAll(/<rule id="(\d+)" level="(\d+)"([^>]*)>([\s\S]*?)<\/rule>/g)) {
      const [, id = '', level, attributes = '', body = ''] = rule;
      rules.push({
        id,
        level: Number(level),
        description: tag('description', body),
        groups: `${root[1]}${tag('group', body)}`.split(',').filter(Boolean),
        mitre: [tag('id', body)].filter(Boolean),
        frequency: Number(/frequency="(\d+)"/.exec(attributes)?.[1]) || null,
      });
    }
  }
  return rules;
}
