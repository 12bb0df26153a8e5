/*
 * Owns finding the rule files in the order Wazuh loads them: stock, then own, each by name.
 * Knows nothing about rules; does not apply rule_exclude.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const folders = ['ruleset/rules', 'etc/rules'];
const maxRuleFileBytes = 8 * 1024 * 1024;

export type RuleFile = { path: string; bytes: Uint8Array };

/** Paths are relative to the manager's directory. Unreadable and oversized files are left out. */
export async function loadRuleFiles(directory: string): Promise<RuleFile[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(/*turbopackIgnore: true*/ join(/*turbopackIgnore: true*/ directory, folder)).catch(
        () => [],
      );
      const paths = names.filter((name) => name.endsWith('.xml')).sort();
      return Promise.all(paths.map((name) => loadRuleFile(directory, `${folder}/${name}`)));
    }),
  );
  return lists.flat().filter((file) => file !== null);
}

async function loadRuleFile(directory: string, path: string): Promise<RuleFile | null> {
  try {
    const found = await stat(join(directory, path));
    if (!found.isFile() || found.size > maxRuleFileBytes) return null;
    return { path, bytes: new Uint8Array(await readFile(join(directory, path))) };
  } catch {
    return null;
  }
}
