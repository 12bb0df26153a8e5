import type { Phrase } from '@/lib/ossec/describe/phrase';

/** A sentence of the core with its values in bold, dangerous ones in red. */
export function PhraseText({ phrase }: { phrase: Phrase }) {
  return phrase.map((piece, at) => {
    if (typeof piece === 'string') return piece;
    return 'strong' in piece ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence keep their order.
      <b key={at}>{piece.strong}</b>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <b key={at} className="text-red-fg">
        {piece.danger}
      </b>
    );
  });
}
