import { PhraseText } from '@/components/describe/phrase-text';
import { Callout } from '@/components/ui/callout';
import type { Phrase } from '@/lib/ossec/describe/phrase';

/** The draft starts from an older version: which one, and all that this changes on the disk. */
export function RestoredNote({ words, sentences }: { words: string; sentences: Phrase[] }) {
  return (
    <Callout tone="violet" title={words}>
      <p>Applying it puts that version in place of the file on disk, together with your own changes to it.</p>
      {sentences.length > 0 && (
        <ul className="mt-1.5 flex list-disc flex-col gap-0.5 pl-4">
          {sentences.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences in the order of the file, never reordered.
            <li key={index} className="wrap-anywhere">
              <PhraseText phrase={sentence} />
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
}
