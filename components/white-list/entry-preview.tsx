import { SeverityIcon } from '@/components/ui/severity-mark';
import { entryOf, type WhiteListFormValues, whiteListProblems } from '@/lib/forms/white-list-form';
import { liveProblem } from '@/lib/forms/white-list-live';
import { adviseEntry } from '@/lib/ossec/white-list/advise-entry';
import { describeEntry } from '@/lib/ossec/white-list/describe-entry';
import { addressCount } from './entry-words';

type Props = { values: WhiteListFormValues; entries: readonly string[] };

/** What would be written, what it covers, and what to think of before it is. */
export function EntryPreview({ values, entries }: Props) {
  const { note: _, expiresOn: __, ...problems } = whiteListProblems(values);
  const isGood = Object.keys(problems).length === 0;
  const entry = entryOf(values);
  const { words, examples, addresses } = describeEntry(entry);
  return (
    <section
      aria-label="What it covers"
      aria-live="polite"
      className="rounded-panel border border-line bg-surface-2 px-3.5 py-3"
    >
      {isGood ? (
        <>
          <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1">
            <dt className="text-fg-2">Entry</dt>
            <dd>
              <code className="wrap-anywhere">{entry}</code>
            </dd>
            <dt className="text-fg-2">Covers</dt>
            <dd className="wrap-anywhere">
              {words}
              {addresses !== null && addresses > 1 && <span className="text-fg-2"> {addressCount(addresses)}.</span>}
            </dd>
            {examples.length > 1 && (
              <>
                <dt className="text-fg-2">Such as</dt>
                <dd className="wrap-anywhere">
                  <code>{examples.slice(0, 2).join(', ')}</code>
                </dd>
              </>
            )}
          </dl>
          <ul className="mt-2 flex flex-col gap-1.5 empty:hidden">
            {adviseEntry(entry, entries).map(({ severity, title, detail }) => (
              <li key={title} className="flex items-start gap-2">
                <SeverityIcon severity={severity} className="mt-0.5 shrink-0" />
                <span>
                  <b className="font-medium">{title}.</b> <span className="text-fg-2">{detail}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="text-fg-2">
          {liveProblem(values) === null
            ? 'What it covers is said here as soon as it is complete.'
            : 'As it stands it cannot be added: see above.'}
        </p>
      )}
    </section>
  );
}
