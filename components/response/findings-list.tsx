import { Check } from 'lucide-react';
import { SeverityIcon } from '@/components/ui/severity-mark';
import type { Finding } from '@/lib/ossec/findings/finding';

/** What the checks say about this response: title, then why. */
export function FindingsList({ findings }: { findings: readonly Finding[] | null }) {
  if (findings === null) return <p className="text-fg-3">Checking.</p>;
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
