import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeText, toByteString } from '../byte-text.ts';
import { parseConfigText } from '../index.ts';
import { findInConfig, toFacts } from './find-all.ts';
import type { RuleFacts } from './finding.ts';
import { rulesSettingOff } from './support/trigger-rules.ts';

const SHARED = new URL('../../../../shared/wazuh/', import.meta.url);
const present = existsSync(SHARED);
if (!present) console.warn('../shared is absent: the checks are not run over recorded files.');

const read = (path: string) => readFileSync(new URL(path, SHARED), 'utf8');

type StockRule = { id: number; level: number; groups: string[]; groupString?: string; noAr: boolean };
type Case = { id: string; input?: string; inputBase64?: string };
type Snippet = { id: number; kind: string; problem: string; xml: string };
type BindCase = {
  id: string;
  rules: (RuleFacts & { no_ar?: boolean })[];
  input: string;
  bindings: Record<string, number[]>;
};

/** About the documentation, other programs or other parts of the file: no block is wrong. */
const NOT_OF_ACTIVE_RESPONSE = [31, 33, 34, 37, 38, 39];

function find(byteText: string, rules: RuleFacts[] | null = null) {
  const config = parseConfigText(byteText);
  return { config, found: findInConfig(config, { ...toFacts(config.model), agents: null, scripts: null, rules }) };
}

describe.skipIf(!present)('over recorded files', () => {
  const cases = present ? (JSON.parse(read('dialect-cases.json')) as Case[]) : [];
  const bindings = present ? (JSON.parse(read('bind-cases.json')) as BindCase[]) : [];
  const names = present ? readdirSync(new URL('corpus/', SHARED)).filter((name) => name.endsWith('.conf')) : [];
  const stock = present ? (JSON.parse(read('data/rules.json')) as StockRule[]) : [];
  const rules = stock.map(({ groups, groupString, ...rule }) => ({
    ...rule,
    groups: groupString ?? groups.map((group) => `${group},`).join(''),
  }));

  it.each(names)('corpus %s: a blocker exactly when the manager refuses', (name) => {
    const { config, found } = find(toByteString(readFileSync(new URL(`corpus/${name}`, SHARED))), rules);
    expect(found.some(({ severity }) => severity === 'blocker')).toBe(!config.verdict.accepted);
  });

  it.each(cases.map((one) => [one.id, one] as const))(
    'case %s: a blocker exactly when the manager refuses',
    (_, one) => {
      const { config, found } = find(
        one.input === undefined ? toByteString(Buffer.from(one.inputBase64 ?? '', 'base64')) : encodeText(one.input),
      );
      expect(found.filter(({ severity }) => severity === 'blocker').map(({ id }) => id).length > 0).toBe(
        !config.verdict.accepted,
      );
    },
  );

  it.each(bindings.map((one) => [one.id, one] as const))('binding %s: the same rules as the manager', (_, one) => {
    const { config } = find(encodeText(one.input));
    const { responses } = toFacts(config.model);
    const rules = one.rules.map(({ no_ar, ...rule }) => ({ ...rule, noAr: no_ar === true }));
    const bound = config.verdict.responses.map(({ block }, index) => {
      const live = responses[block];
      return [
        String(index),
        live
          ? rulesSettingOff(live, rules)
              .map(({ id }) => id)
              .sort()
          : [],
      ];
    });
    const expected = Object.entries(one.bindings).map(([index, ids]) => [index, [...ids].sort()]);
    expect(bound).toEqual(expected);
  });

  it('flags most of the problems that people posted', () => {
    const snippets = present ? (JSON.parse(read('snippets.json')) as { snippets: Snippet[] }).snippets : [];
    const silent = snippets.filter(({ xml }) => find(encodeText(xml), rules).found.length === 0);
    const list = silent.map(({ id, problem }) => `  ${id} ${problem}`).join('\n');
    console.info(`snippets: ${snippets.length - silent.length} of ${snippets.length} flagged, not flagged:\n${list}`);
    expect(silent.map(({ id }) => id)).toEqual(NOT_OF_ACTIVE_RESPONSE);
  });
});
