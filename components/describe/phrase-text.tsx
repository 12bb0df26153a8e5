import type { Phrase } from '@/lib/ossec/describe/phrase';

/** A sentence with its values set apart: bold, or red where it is dangerous. */
export function PhraseText({ phrase }: { phrase: Phrase }) {
  return phrase.map((piece, index) => {
    if (typeof piece === 'string') return piece;
    const danger = 'danger' in piece;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a phrase is replaced as a whole, its pieces never move.
      <b key={index} className={danger ? 'font-semibold text-red-fg' : 'font-semibold text-fg'}>
        {danger ? piece.danger : piece.strong}
      </b>
    );
  });
}
