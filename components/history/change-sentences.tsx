import { ChangeMark } from '@/components/ui/badge';
import type { ChangeWords } from '@/lib/view/apply';

const glyphs = { '+': ['added', 'Added'], '~': ['changed', 'Changed'], '-': ['removed', 'Removed'] } as const;

/** More than these are folded away. */
const AT_FIRST = 8;

/** What a version changed, one sentence a line. */
export function ChangeSentences({ sentences }: { sentences: ChangeWords[] }) {
  const more = sentences.length - AT_FIRST;
  if (more < 2) return <Sentences sentences={sentences} />;
  return (
    <>
      <Sentences sentences={sentences.slice(0, AT_FIRST)} />
      <details className="mt-2">
        <summary className="w-fit cursor-pointer text-fg-2 hover:text-fg">{more} more</summary>
        <div className="mt-2">
          <Sentences sentences={sentences.slice(AT_FIRST)} />
        </div>
      </details>
    </>
  );
}

function Sentences({ sentences }: { sentences: ChangeWords[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {sentences.map(({ mark, title, detail }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a record that never changes.
        <li key={index} className="flex items-start gap-2.5">
          <HistoryMark mark={mark} />
          <span className="min-w-0 wrap-anywhere">
            <b className="font-semibold">{title}</b> <span className="text-fg-2">{detail}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Not violet: it is history, not a draft. */
export function HistoryMark({ mark }: { mark: ChangeWords['mark'] }) {
  const [change, word] = glyphs[mark];
  return (
    <span className="mt-px [&>span]:bg-surface-3 [&>span]:text-fg-2">
      <ChangeMark change={change} label={word} />
    </span>
  );
}
