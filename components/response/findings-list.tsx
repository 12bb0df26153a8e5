import { Check } from 'lucide-react';
import { SeverityIcon } from '@/components/ui/severity-mark';
import type { Finding } from '@/lib/ossec/findings/finding';

type Props = {
  findings: readonly Finding[] | null;
  /** Some checks need all rules, and those are not here: silence is then no all-clear. */
  needRules?: boolean;
};

/** What the checks say about this response: title, then why. */
export function FindingsList({ findings, needRules }: Props) {
  if (findings === null) return <p className="text-fg-3">Checking.</p>;
  if (findings.length === 0 && needRules) {
    return <p className="text-fg-2">Nothing so far. Checks that need the rules run on Review changes.</p>;
  }
  if (findings.length === 0) {
    return (
      <p className="flex items-center gap-[9px] text-fg-2">
        <Check className="text-green-fg" />
        Nothing to say so far.
      </p>
    );
  }
  return (
    <ul className="grid gap-2.5">
      {findings.map(({ id, severity, title, detail }) => (
        <li key={`${id} ${title} ${detail}`} className="flex gap-[9px]">
          <SeverityIcon severity={severity} className="mt-0.5" />
          <div className="min-w-0">
            <p className="font-strong wrap-anywhere">{title}</p>
            <p className="text-12 text-fg-2 wrap-anywhere">{detail}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
