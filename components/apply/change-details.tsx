import type { ApplySnapshot } from '@/lib/view/apply';

/** What the apply is about: its sentences, and the note of whoever started it. */
export function ChangeDetails({ apply }: { apply: ApplySnapshot['apply'] }) {
  if (apply.sentences.length === 0 && !apply.note) return null;
  return (
    <details className="mt-1 mb-4">
      <summary className="w-fit font-strong text-fg-2">
        {apply.sentences.length > 0 ? `What is in it: ${apply.sentences.length}` : 'Note'}
      </summary>
      {apply.note && (
        <p className="mt-2 border-line-strong border-l-2 pl-3 whitespace-pre-wrap text-fg-2 wrap-anywhere">
          {apply.note}
        </p>
      )}
      <ul className="mt-2 flex flex-col gap-1.5">
        {apply.sentences.map(({ title, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record that never changes.
          <li key={index} className="wrap-anywhere">
            <b className="font-strong">{title}</b> <span className="text-fg-2">{detail}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
