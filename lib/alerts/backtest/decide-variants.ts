/*
 * Which rule variants of the past set a response off: the manager's own logic over what alerts say of their rules. Group
 * string and no_ar come from the ruleset where it knows the rule; the level is the alert's. Pure; counts nothing.
 */
import type { RuleFacts } from '../../ossec/findings/finding.ts';
import { type LoadedTrigger, rulesSettingOff } from '../../ossec/trigger/rules-setting-off.ts';
import type { RuleVariant } from '../alert-history.ts';

export type VariantFacts = RuleFacts & { variant: RuleVariant };
type KnownRule = Pick<RuleFacts, 'groups' | 'noAr'>;

/** Variants as the trigger's logic takes rules; make it once for many responses, answers are kept with it. */
export const variantFacts = (
  variants: readonly RuleVariant[],
  byId: ReadonlyMap<number, KnownRule>,
): readonly VariantFacts[] =>
  variants.map((variant) => {
    const known = byId.get(variant.ruleId);
    return {
      id: variant.ruleId,
      level: variant.level,
      groups: known?.groups ?? variant.groups,
      noAr: known?.noAr ?? false,
      variant,
    };
  });

/** The variants that set the response off, in their order. */
export const decideVariants = (trigger: LoadedTrigger, facts: readonly VariantFacts[]): RuleVariant[] =>
  rulesSettingOff(trigger, facts).map(({ variant }) => variant);
