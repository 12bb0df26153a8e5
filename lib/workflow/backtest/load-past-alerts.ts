/*
 * How many alerts each rule raised in the last 30 days, for pickers that ask at each keystroke: one question to the history
 * serves many of them.
 */
import { type VariantFacts, variantFacts } from '../../alerts/backtest/decide-variants.ts';
import { isKnown, knownHistory } from '../../alerts/backtest/known-history.ts';
import { openAlertHistory } from '../../alerts/open-alert-history.ts';
import type { RulesIndex } from '../../ruleset/rules-index.ts';
import type { KnownHistory } from '../../view/backtest.ts';
import type { Workspace } from '../workspace.ts';

export type PastAlerts = {
  known: KnownHistory;
  facts: readonly VariantFacts[];
  byRule: ReadonlyMap<number, number>;
};

const FRESH_MS = 15_000;
/** As long as a history needs to start. Rules can be found without it: who types does not wait for one that hangs. */
const WAIT_MS = 4000;

type Kept = { at: number; index: RulesIndex; alerts: Promise<PastAlerts | null> };

const kept = new Map<string, Kept>();

/** Null while there is no history, nobody can read it, or its answer is not there yet. */
export function loadPastAlerts(
  { identity }: Pick<Workspace, 'identity'>,
  index: RulesIndex,
): Promise<PastAlerts | null> {
  const known = kept.get(identity.directory);
  const isFresh = known?.index === index && Date.now() - known.at < FRESH_MS;
  const alerts = isFresh ? known.alerts : askHistory(identity, index, Date.now());
  if (!isFresh) kept.set(identity.directory, { at: Date.now(), index, alerts });
  return inTime(alerts);
}

async function inTime(alerts: Promise<PastAlerts | null>): Promise<PastAlerts | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), WAIT_MS);
  });
  try {
    return await Promise.race([alerts, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function askHistory(identity: Workspace['identity'], index: RulesIndex, now: number): Promise<PastAlerts | null> {
  const history = openAlertHistory(identity);
  const coverage = await history.loadCoverage();
  const known = coverage.ok ? knownHistory(coverage.value, 30, now) : null;
  if (!known || !isKnown(known)) return null;
  const variants = await history.loadVariants(known.period);
  if (!variants.ok) return null;
  const byRule = new Map<number, number>();
  for (const { ruleId, alerts } of variants.value) byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + alerts);
  return { known, facts: variantFacts(variants.value, index.byId), byRule };
}
