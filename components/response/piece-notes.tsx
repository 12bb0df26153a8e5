import { Info } from 'lucide-react';
import { rulesWord } from './rules-word';
import type { RuleMatchesAnswer } from './use-rules';

/** What the group pattern matches that its names do not say, and what it misses. */
export function PieceNotes({ pieces }: Pick<RuleMatchesAnswer, 'pieces'>) {
  if (pieces.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-1 text-12 text-fg-2">
      {pieces.map(({ piece, also, extra, missed }) => (
        <li key={piece} className="flex gap-2">
          <Info className="icon-14 mt-px text-blue-fg" />
          <span>
            {extra > 0 && (
              <>
                <code>{piece}</code> also matches {also.length > 0 ? also.join(', ') : 'other groups'} (
                {rulesWord(extra)}
                ).{' '}
              </>
            )}
            {missed > 0 && (
              <>
                <code>{piece}</code> misses {rulesWord(missed)} that have {piece.replace(/,$/, '')} as the last group,
                without a comma. Write <code>{piece.replace(/,$/, '')}</code> to match {missed === 1 ? 'it' : 'them'},
                too.
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
