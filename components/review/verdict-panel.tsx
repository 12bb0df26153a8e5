import { CircleCheck, OctagonX } from 'lucide-react';
import Link from 'next/link';
import { SeverityIcon } from '@/components/ui/severity-mark';
import type { Finding } from '@/lib/ossec/findings/finding';

/** What the manager's own reader makes of the planned file. */
export function VerdictPanel({ accepted, errors }: { accepted: boolean; errors: readonly string[] }) {
  return (
    <section aria-label="Verdict" className="flex items-start gap-3 px-5 py-4">
      {accepted ? <CircleCheck className="icon-20 text-green-fg" /> : <OctagonX className="icon-20 text-red-fg" />}
      <div className="min-w-0">
        <h2 className="text-14 font-semibold">
          {accepted ? 'Safe for the manager' : 'The manager would refuse this file'}
        </h2>
        <p className="text-fg-2">
          {accepted ? 'Wazuh’s reader accepts this file. No blockers.' : 'Apply is off until this is settled.'}
        </p>
        {!accepted && errors.length > 0 && (
          <ul className="mt-1.5 flex flex-col gap-1 font-mono text-12 text-red-fg wrap-anywhere">
            {errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

type Props = { added: Finding[]; fixed: Finding[]; staying: number; isStale?: boolean };

/** What the draft does to the findings. */
export function FindingsPanel({ added, fixed, staying }: Props) {
  if (added.length + fixed.length + staying === 0) return null;
  return (
    <section aria-label="Findings" className="flex flex-col gap-3.5 border-line border-t px-5 py-4">
      {added.length > 0 && <FindingList title="New with this draft" findings={added} />}
      {fixed.length > 0 && <FindingList title="Fixed by this draft" findings={fixed} isFixed />}
      {staying > 0 && (
        <p className="text-12 text-fg-3">
          <Link href="/" className="link">
            {staying} older {staying === 1 ? 'finding' : 'findings'}
          </Link>{' '}
          {staying === 1 ? 'stays' : 'stay'} open.
        </p>
      )}
    </section>
  );
}

function FindingList({ title, findings, isFixed }: { title: string; findings: Finding[]; isFixed?: boolean }) {
  return (
    <div>
      <h2 className="mb-2 text-12 font-semibold text-fg-2">{title}</h2>
      <ul className="flex flex-col gap-2.5">
        {findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is never reordered, whose items have no id of their own.
          <li key={index} className="flex items-start gap-2">
            <span className="mt-0.5">
              <SeverityIcon severity={isFixed ? 'fixed' : finding.severity} />
            </span>
            <div className="min-w-0 wrap-anywhere">
              <p className={isFixed ? undefined : 'font-semibold'}>{finding.title}</p>
              {!isFixed && <p className="text-12 text-fg-2">{finding.detail}</p>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Programs that do not come with Wazuh have to be on the agents before the response can run. */
export function ScriptSteps({ scripts }: { scripts: readonly string[] }) {
  if (scripts.length === 0) return null;
  return (
    <section aria-label="Endpoint steps" className="border-line border-t px-5 py-4">
      <h2 className="text-12 font-semibold text-fg-2">
        {scripts.length === 1 ? '1 script must be on agents' : `${scripts.length} scripts must be on agents`}
      </h2>
      <p className="mt-1 text-12 text-fg-2">Wazuh does not copy scripts. Put them there before an alert needs them.</p>
      <ul className="mt-1.5 flex flex-col gap-1">
        {scripts.map((script) => (
          <li key={script}>
            <Link href={`/endpoints?script=${encodeURIComponent(script)}`} className="link font-mono text-12">
              {script}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
