/*
 * The file as other tools see it: fast-xml-parser, an XML parser that knows nothing of Wazuh's dialect, over the same byte
 * string. Several roots are read as one document, as the API does. Never throws. Decides nothing: compare-readers does.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeText } from '../byte-text.ts';

export type SecondError = { line: number; message: string };
/** Values by element name, decoded; of repeated elements the last. */
export type SecondBlock = Readonly<Record<string, string>>;
export type SecondReading = { error: SecondError | null; commands: SecondBlock[]; responses: SecondBlock[] };

type Node = Record<string, unknown>;

const COMMENT = '#comment';

const parser = new XMLParser({
  preserveOrder: true,
  commentPropName: COMMENT,
  cdataPropName: '#cdata',
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
});

const DECLARATION = /^(\xef\xbb\xbf)?<\?xml[^>]*\?>/;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads the byte string of a whole file. */
export function readWithFastXmlParser(text: string): SecondReading {
  const wrapped = `<riposte>${text.replace(DECLARATION, '')}</riposte>`;
  const error = validate(wrapped);
  try {
    const roots = childrenOf(parser.parse(wrapped) as Node[], 'riposte').flatMap((document) =>
      childrenOf(document, 'ossec_config'),
    );
    const blocks = (name: string) => roots.flatMap((root) => childrenOf(root, name)).map(blockOf);
    return { error, commands: blocks('command'), responses: blocks('active-response') };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { error: error ?? { line: 1, message: decodeText(message) }, commands: [], responses: [] };
  }
}

function validate(wrapped: string): SecondError | null {
  try {
    const result = XMLValidator.validate(wrapped);
    return result === true ? null : { line: result.err.line, message: decodeText(result.err.msg) };
  } catch (thrown) {
    return { line: 1, message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

const childrenOf = (nodes: Node[], name: string): Node[][] =>
  nodes.flatMap((node) => (Array.isArray(node[name]) ? [node[name] as Node[]] : []));

function blockOf(nodes: Node[]): SecondBlock {
  const values: Record<string, string> = {};
  for (const node of nodes) {
    for (const [name, content] of Object.entries(node)) {
      if (name.startsWith('#') || name === ':@' || !Array.isArray(content)) continue;
      values[name] = decodeText(decodeEntities(textOf(content as Node[])));
    }
  }
  return values;
}

/** All text directly in the element; comments do not count. */
const textOf = (nodes: Node[]): string =>
  nodes
    .map((node) => {
      if (typeof node['#text'] === 'string') return node['#text'];
      return Array.isArray(node['#cdata']) ? textOf(node['#cdata'] as Node[]) : '';
    })
    .join('');

const decodeEntities = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? whole;
    const point = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point < 0x80 ? String.fromCharCode(point) : whole;
  });
