/* Which rule files the configuration leaves out: <ruleset><rule_exclude>. Also for a file the manager would refuse. */

import { decodeText } from '../ossec/byte-text.ts';
import type { Config } from '../ossec/index.ts';
import { sectionsNamed } from '../ossec/model/read-model.ts';

/** The file names of all <rule_exclude>, as written. */
export const excludedRuleFiles = ({ tree }: Config): string[] =>
  sectionsNamed(tree, 'ruleset').flatMap(({ children }) =>
    children.filter((child) => child.name === 'rule_exclude').map((child) => decodeText(child.value)),
  );

/** Is the file at `path` among the excluded? Names count with and without their folder. */
export const isExcluded = (path: string, excluded: readonly string[]): boolean =>
  excluded.some((name) => path === name || path.endsWith(`/${name.slice(name.lastIndexOf('/') + 1)}`));
