/** The words of a search, marked where they stand in the text. */
export function Highlight({ text, words }: { text: string; words: string }) {
  const wanted = words
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (wanted.length === 0) return text;
  const pattern = new RegExp(`(${wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  return text.split(pattern).map((piece, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text keep their order.
      <mark key={at} className="rounded-[2px] bg-amber-bg-2 text-fg">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}
