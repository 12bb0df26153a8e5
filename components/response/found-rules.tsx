import { NumberTag } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { Highlight } from './highlight';
import { alertsWord } from './rules-word';
import type { FoundRule } from './use-rules';

type Props = {
  rules: readonly FoundRule[];
  words: string;
  loading: boolean;
  ruleIds: readonly number[];
  toggle: (rule: number) => void;
};

/** The rules that a search found, each with its box to tick. */
export function FoundRules({ rules, words, loading, ruleIds, toggle }: Props) {
  return (
    <ul className="-mx-2" aria-label="Rules found" aria-busy={loading}>
      {rules.map((rule) => (
        <RuleItem
          key={rule.id}
          rule={rule}
          words={words}
          checked={ruleIds.includes(rule.id)}
          onToggle={() => toggle(rule.id)}
        />
      ))}
    </ul>
  );
}

function RuleItem({
  rule,
  words,
  checked,
  onToggle,
}: {
  rule: FoundRule;
  words: string;
  checked: boolean;
  onToggle: () => void;
}) {
  const note = noteOf(rule, checked);
  return (
    <li className="rounded-control px-2 py-1.5 hover:bg-surface-3 has-checked:bg-surface-3">
      <Checkbox
        checked={checked}
        onChange={onToggle}
        className="flex! w-full items-center! [&>span:last-child]:min-w-0 [&>span:last-child]:flex-1"
      >
        <span className="flex items-center gap-2.5">
          <span className="w-[46px] shrink-0 font-semibold">
            <Highlight text={String(rule.id)} words={words} />
          </span>
          <NumberTag>{rule.level}</NumberTag>
          <span className="min-w-0 flex-1">
            <span className="block truncate leading-[18px]">
              <Highlight text={rule.description} words={words} />
            </span>
            <span className="block truncate text-12 text-fg-3">
              <Highlight text={rule.groups.join(', ')} words={words} />
            </span>
          </span>
          {note && (
            <span className={`hidden shrink-0 text-right text-12 desk:block ${note.look}`}>
              {note.words}
              {rule.overwrittenIn && <span className="block text-fg-3">Overwritten in {rule.overwrittenIn}</span>}
            </span>
          )}
        </span>
      </Checkbox>
    </li>
  );
}

/** A rule with so many alerts in the known days is one to think about. */
const MANY = 1000;

/** What ticking the rule would do. */
function noteOf({ level, noAr, covered, alerts }: FoundRule, checked: boolean): { words: string; look: string } {
  if (noAr) return { words: 'Never sets off a response: no_ar', look: 'text-amber-fg' };
  if (level === 0) return { words: 'Never sets off a response: level 0', look: 'text-amber-fg' };
  if (covered && !checked) return { words: 'Already matched above', look: 'text-fg-2' };
  if (alerts === null) return { words: '', look: '' };
  const adds = covered || checked ? '' : 'adds ';
  return { words: `${adds}${alertsWord(alerts)}`, look: alerts >= MANY && !covered ? 'text-amber-fg' : 'text-fg-2' };
}
