/*
 * Two kept versions in sentences. Knows contents by their hash; what differs is the core's business.
 */

import { loadContent } from '../../history/contents.ts';
import { parseConfig } from '../../ossec/index.ts';
import type { Database } from '../../state/database.ts';
import type { ChangeWords } from '../../view/apply.ts';
import { describeComparison } from '../describe-draft.ts';

/** The way from one version to another; empty when the bytes of either are gone. */
export function describeContents(database: Database, before: string, after: string): ChangeWords[] {
  const [was, is] = [loadContent(database, before), loadContent(database, after)];
  return was && is ? describeComparison(parseConfig(was), parseConfig(is)) : [];
}
