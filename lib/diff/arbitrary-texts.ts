/* For property tests: two texts that share most of their lines. */
import * as fc from 'fast-check';

const line = fc.constantFrom('<a>', '</a>', '  <b>1</b>', '  <b>2</b>', '', 'x', '\t<c/>', '<!-- note -->');
const ending = fc.constantFrom('\n', '\n', '\n', '\r\n');
const text = fc
  .tuple(fc.array(fc.tuple(line, ending), { maxLength: 40 }), fc.constantFrom('', '', 'last'))
  .map(([lines, last]) => lines.map(([words, end]) => words + end).join('') + last);

/** Before and after: unrelated, or some lines of the first replaced. */
export const twoTexts: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(text, text),
  fc.tuple(text, fc.nat(40), fc.nat(10), text).map(([before, at, count, added]): [string, string] => {
    const lines = before.split(/(?<=\n)/);
    const after = [...lines];
    after.splice(at, count, added);
    return [before, after.join('')];
  }),
);
