export type XmlToken = { kind: 'bracket' | 'name' | 'value' | 'comment' | 'space'; text: string };

// No more than 500 pieces of attributes: a file full of tags that never end must not cost its length squared.
const comment = /<!--[\s\S]*?(?:-->|$)/y;
const tag = /(<[/?!]?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"]*"|'[^']*'){0,500})(\/?>|\?>)/y;

/**
 * Cuts XML into coloured pieces. Never throws and never loses a character: joined, the pieces are the text again.
 * What is not well formed is simply a value. It is for looking at, not for reading configuration.
 */
export function readXmlTokens(xml: string): XmlToken[] {
  const tokens: XmlToken[] = [];
  const push = (kind: XmlToken['kind'], text: string | undefined) => text && tokens.push({ kind, text });
  let at = 0;
  while (at < xml.length) {
    comment.lastIndex = tag.lastIndex = at;
    const note = comment.exec(xml);
    const open = note ? null : tag.exec(xml);
    if (note) push('comment', note[0]);
    else if (open) {
      push('bracket', open[1]);
      push('name', open[2]);
      for (const [piece] of (open[3] ?? '').matchAll(/"[^"]*"|'[^']*'|[^"']+/g)) {
        push(/^["']/.test(piece) ? 'value' : 'bracket', piece);
      }
      push('bracket', open[4]);
    }
    const taken = note?.[0] ?? open?.[0];
    const end = taken ? at + taken.length : nextBracket(xml, at);
    if (!taken) pushText(xml.slice(at, end), push);
    at = end;
  }
  return tokens;
}

function nextBracket(xml: string, from: number): number {
  const next = xml.indexOf('<', from + 1);
  return next < 0 ? xml.length : next;
}

/** Only the words are bold, not the indentation around them. */
function pushText(text: string, push: (kind: XmlToken['kind'], text: string) => unknown) {
  const words = text.trim();
  if (!words) return push('space', text);
  const start = text.indexOf(words);
  push('space', text.slice(0, start));
  push('value', words);
  push('space', text.slice(start + words.length));
}
