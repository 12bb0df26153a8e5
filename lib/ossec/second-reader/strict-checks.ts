/*
 * What Wazuh's reader takes and XML does not, found by our own reader where the XML parser is silent or names the wrong line.
 * Facts about the API: wazuh-facts §7.5.
 */
import { decodeText } from '../byte-text.ts';
import { lineAt, type XmlTree } from '../syntax/xml-tree.ts';
import {
  type Disagreement,
  type DisagreementKind,
  EVERY_TOOL,
  nameTools,
  STRICT_TOOLS,
  type Tool,
} from './disagreement.ts';

type Found = { at: number; kind: DisagreementKind; tools: readonly Tool[]; what: string };

/** One disagreement a kind, at its first place. */
export function strictChecks(tree: XmlTree): Disagreement[] {
  const found = [
    notUtf8(tree),
    severalRoots(tree),
    outside(tree),
    wazuhComment(tree),
    dashes(tree),
    ...ampersands(tree),
  ];
  return found.flatMap((one) => one ?? []).map((one) => asRefusal(tree, one));
}

const asRefusal = (tree: XmlTree, { at, kind, tools, what }: Found): Disagreement => ({
  kind,
  line: lineAt(tree.text, at),
  message: `Refused by ${nameTools(tools)}: ${what}`,
  tools,
});

function notUtf8({ text }: XmlTree): Found | null {
  const decoded = decodeText(text);
  const odd = decoded.search(/\p{Surrogate}/u);
  if (odd === -1) return null;
  const before = decoded.slice(0, odd);
  const line = before.split('\n').length;
  const at = line === 1 ? 0 : text.split('\n', line - 1).join('\n').length + 1;
  return { at, kind: 'not-utf-8', tools: EVERY_TOOL, what: 'it holds bytes that are not UTF-8.' };
}

function severalRoots({ nodes }: XmlTree): Found | null {
  const second = nodes.filter((node) => node.depth === 0)[1];
  if (!second) return null;
  return {
    at: second.start,
    kind: 'several-roots',
    tools: STRICT_TOOLS,
    what: 'XML allows one root element, and a second one starts here.',
  };
}

/** Words before, between or behind the roots; blanks and comments may stand there. */
function outside({ text, nodes, comments }: XmlTree): Found | null {
  const roots = nodes.filter((node) => node.depth === 0);
  const known = [...roots, ...comments.filter(({ parent }) => parent === -1)].sort((a, b) => a.start - b.start);
  let at = text.startsWith('\xef\xbb\xbf') ? 3 : 0;
  for (const { start, end } of [...known, { start: text.length, end: text.length }]) {
    const offset = text.slice(at, start).search(/\S/);
    if (offset >= 0) {
      return {
        at: at + offset,
        kind: 'text-outside-roots',
        tools: STRICT_TOOLS,
        what: 'there is text outside the root element.',
      };
    }
    at = Math.max(at, end);
  }
  return null;
}

function wazuhComment({ text, comments }: XmlTree): Found | null {
  const odd = comments.find(
    ({ start, end }) => !text.startsWith('<!--', start) || !text.startsWith('-->', end - 3) || end - start < 7,
  );
  if (!odd) return null;
  const what = 'this comment is one only to Wazuh. Write it as <!-- … -->.';
  return { at: odd.start, kind: 'wazuh-comment', tools: EVERY_TOOL, what };
}

function dashes({ text, comments }: XmlTree): Found | null {
  const inner = ({ start, end }: { start: number; end: number }) => text.slice(start + 4, end - 3);
  const triple = comments.find((comment) => inner(comment).endsWith('-'));
  const double = triple ?? comments.find((comment) => inner(comment).includes('--'));
  if (!double) return null;
  const what = triple ? 'a comment must not end in “--->”.' : 'a comment must not hold “--”.';
  return { at: double.start, kind: 'comment-dashes', tools: triple ? EVERY_TOOL : STRICT_TOOLS, what };
}

function ampersands(tree: XmlTree): (Found | null)[] {
  const text = withoutComments(tree);
  const bare = text.search(/&(?!(#\d+|#x[0-9a-f]+|lt|gt|amp|quot|apos);)/i);
  const entity = text.search(/&(lt|#60|#x3c);/i);
  return [
    bare < 0
      ? null
      : {
          at: bare,
          kind: 'bare-ampersand',
          tools: STRICT_TOOLS,
          what: '“&” must be written “&amp;” in XML. Wazuh does not decode that.',
        },
    entity < 0
      ? null
      : { at: entity, kind: 'entity', tools: ['api'], what: 'it turns “&lt;” into “<” before it looks.' },
  ];
}

/** Comments blanked out, so that offsets and lines stay. */
export function withoutComments({ text, comments }: XmlTree): string {
  let result = '';
  let at = 0;
  for (const { start, end } of comments) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}
