import { PhraseText } from '@/components/describe/phrase-text';
import { describeTrigger } from '@/lib/ossec/describe/describe-response';
import type { Phrase } from '@/lib/ossec/describe/phrase';
import { toText } from '@/lib/ossec/describe/phrase';
import type { ResponseRow } from '@/lib/view/response-row';

const NONE: Phrase = ['nothing given'];

const phraseOf = (facts: ResponseRow['after']): Phrase => {
  const phrase = facts ? describeTrigger(facts) : [];
  return phrase.length === 0 ? NONE : phrase;
};

/** The trigger of a row; where the draft changes it, the old one struck out in front. */
export function TriggerWords({ row }: { row: ResponseRow }) {
  const shown = phraseOf(row.after ?? row.before);
  const before = row.mark === '~' ? phraseOf(row.before) : null;
  const changed = before !== null && toText(before) !== toText(shown);
  return (
    <span className={row.mark === '-' ? 'text-fg-3 line-through [&_b]:text-fg-3' : 'text-fg-2'}>
      {changed && (
        <>
          <s className="mr-1 text-fg-3 [&_b]:font-medium [&_b]:text-fg-3">
            <span className="sr-only">Before: </span>
            <PhraseText phrase={before} />
          </s>{' '}
          <span className="sr-only">In the draft: </span>
        </>
      )}
      <span className={changed ? '[&_b]:text-violet-fg' : undefined}>
        <PhraseText phrase={shown} />
      </span>
    </span>
  );
}
