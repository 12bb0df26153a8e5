/* Why the manager's reader gives up, in plain words, and where to look: it names only the line where it gave up. */
import { lineAt, type XmlError, type XmlTree } from '../../syntax/xml-tree.ts';

export function explainXmlError(
  { text, comments }: XmlTree,
  { message, line }: XmlError,
): { line: number; advice: string } {
  if (/Comment not closed/.test(message)) {
    // Each <! opens a comment, and the reader has closed all but the last.
    const opened = lineAt(text, text.indexOf('<!', comments.at(-1)?.end ?? 0));
    return { line: opened, advice: 'A comment opens here and is never closed. DOCTYPE and CDATA open one, too.' };
  }
  if (/^\s*<\?/.test(text) && line <= 2) {
    return { line: 1, advice: 'Remove the XML declaration at the top: Wazuh does not know it.' };
  }
  return { line, advice: adviceOn(message) };
}

function adviceOn(message: string): string {
  if (/^XMLERR: Element '.*' not closed/s.test(message)) {
    return 'A closing tag is missing, misspelt, or hidden by a backslash before it.';
  }
  if (/not opened/.test(message)) return 'A closing tag has no opening tag.';
  if (/attribute/i.test(message)) return 'An attribute is not written as name="value", or is there twice.';
  if (/overflow/i.test(message)) return 'A value, or the text between two tags, is longer than 20,479 bytes.';
  return 'Some tags are not closed. The mistake often stands further up.';
}
