import { NumberTag } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { Highlight } from './highlight';
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
  const note =
    rule.noAr || rule.level === 0
      ? 'Never sets off a response'
      : rule.covered && !checked
        ? 'Already matched above'
        : null;
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
          {note && <span className="hidden whitespace-nowrap text-12 text-fg-2 desk:inline">{note}</span>}
        </span>
      </Checkbox>
    </li>
  );
}
