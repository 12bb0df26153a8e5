import 'server-only';
import type { Manager } from '@/lib/manager/manager';
import type { Config } from '@/lib/ossec/index';
import { excludedRuleFiles } from '@/lib/ruleset/excluded-files';
import { createRulesLoader, type RulesLoader } from '@/lib/ruleset/load-rules';
import type { RulesIndex } from '@/lib/ruleset/rules-index';

const loaders = new WeakMap<Manager, RulesLoader>();

/** The manager's rules without the excluded files. Parsed once; read again only where a file changed. */
export async function loadRulesIndex(manager: Manager, config: Config | null): Promise<RulesIndex> {
  const loader = loaders.get(manager) ?? createRulesLoader(manager);
  loaders.set(manager, loader);
  return loader.loadRules(config ? excludedRuleFiles(config) : []);
}
