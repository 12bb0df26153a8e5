/*
 * Loads the manager's rules, and keeps what it parsed: a file is parsed again only when its bytes changed, the index is built
 * again only when a file or the exclusions changed. Knows nothing of how a manager is reached.
 */
import { createHash } from 'node:crypto';
import type { Manager } from '../manager/manager.ts';
import { isExcluded } from './excluded-files.ts';
import { mergeRules, type ParsedRuleFile, parseRuleFile } from './parse-rules.ts';
import { buildRulesIndex, type RulesIndex } from './rules-index.ts';

export type RulesLoader = {
  /** `excluded`: the names of excludedRuleFiles(config). */
  loadRules(excluded: readonly string[]): Promise<RulesIndex>;
};

type Parsed = { digest: string; file: ParsedRuleFile };

/** One loader per manager; it holds the cache. */
export function createRulesLoader(manager: Pick<Manager, 'loadRuleFiles'>): RulesLoader {
  let parsed = new Map<string, Parsed>();
  let built: { key: string; index: RulesIndex } | null = null;

  return {
    async loadRules(excluded) {
      const files = (await manager.loadRuleFiles()).filter(({ path }) => !isExcluded(path, excluded));
      const next = new Map<string, Parsed>();
      for (const { path, bytes } of files) {
        const digest = createHash('sha1').update(bytes).digest('hex');
        const known = parsed.get(path);
        next.set(path, known?.digest === digest ? known : { digest, file: parseRuleFile(path, bytes) });
      }
      parsed = next;
      const key = [...next].map(([path, { digest }]) => `${path} ${digest}`).join('\n');
      if (built?.key !== key) built = { key, index: buildIndex([...next.values()].map(({ file }) => file)) };
      return built.index;
    },
  };
}

const buildIndex = (files: ParsedRuleFile[]): RulesIndex =>
  buildRulesIndex(
    mergeRules(files),
    files.flatMap(({ problem }) => problem ?? []),
  );
