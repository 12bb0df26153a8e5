/*
 * Wazuh's own XML reader (OS_XML), rebuilt: a character machine, not an XML parser. It decodes nothing, trims nothing and
 * gives up where the manager gives up, with its words. Behaviour: docs/dialect.md §2, each row recorded from the real one.
 * Never throws, whatever the bytes. Knows no meaning of any element.
 */
import { parseAttributes } from './parse-attributes.ts';
import { Reader } from './reader.ts';
import { lineAt, type XmlAttribute, type XmlNode, type XmlTree } from './xml-tree.ts';

/** XML_MAXSIZE: a name or a run of text may hold one byte less. */
export const MAX_RUN = 20480;
/** Elements nested deeper are refused. */
export const MAX_DEPTH = 1024;

const LT = 60;
const GT = 62;
const SLASH = 47;
const BACKSLASH = 92;

const PLACE = { outside: -1, opening: 0, text: 1, closing: 2 } as const;
type Place = (typeof PLACE)[keyof typeof PLACE];

/** Most elements have none. */
const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** One element being read: the machine of the C code, one per nesting level. */
type Frame = { node: number; place: Place; escaped: boolean; run: string; runStart: number; start: number };

/** Blank as C's isspace sees it: space, tab, LF, VT, FF, CR. */
export const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** What the place has collected, up to `at`. */
const runOf = (frame: Frame, reader: Reader, at: number): string => {
  const rest = reader.text.slice(frame.runStart, at);
  return frame.run === '' ? rest : frame.run + rest;
};

/** C strings end at the first NUL. */
const cString = (text: string): string => {
  const nul = text.indexOf('\0');
  return nul === -1 ? text : text.slice(0, nul);
};

/** Reads a whole file given as a byte string. `error` is null when the manager's reader would accept the text. */
export function parseXml(text: string): XmlTree {
  const tree: XmlTree = { text, nodes: [], comments: [], error: null };
  const reader = new Reader(text);
  const message = readElements(tree, reader);
  if (message !== null) {
    // The reader counts a line break as soon as it has looked at it, also when it only peeked.
    tree.error = { message, line: lineAt(text, reader.furthest), offset: reader.at };
  }
  return tree;
}

/** The machine. Returns the manager's message, or null at a well-formed end of file. */
function readElements(tree: XmlTree, reader: Reader): string | null {
  const frames: Frame[] = [newFrame(0)];
  for (;;) {
    const frame = frames[frames.length - 1] as Frame;
    skipPlain(frame, reader);
    const at = reader.at;
    const code = reader.next();
    if (code === -1) {
      return frame.place === PLACE.outside ? null : 'XMLERR: End of file and some elements were not closed.';
    }
    if (code === BACKSLASH) frame.escaped = !frame.escaped;
    else if (code !== LT) frame.escaped = false;
    if (frame.place !== PLACE.outside && frame.run.length + (at - frame.runStart) >= MAX_RUN) {
      return 'XMLERR: String overflow.';
    }
    if (code === LT) {
      const comment = skipComment(tree, reader, frame, frames);
      if (comment === 'unclosed') return 'XMLERR: Comment not closed.';
      if (comment === 'skipped') continue;
    }
    const message = step(tree, reader, frames, frame, code, at);
    if (message !== null) return message;
  }
}

const newFrame = (at: number): Frame => ({
  node: -1,
  place: PLACE.outside,
  escaped: false,
  run: '',
  runStart: at,
  start: at,
});

/** Bytes that mean something, by place; the machine does nothing on any other but keep it in the run. */
const stopsAt = (...codes: number[]): Uint8Array => {
  const stops = new Uint8Array(256);
  for (const code of codes) stops[code] = 1;
  return stops;
};
const TEXT_STOPS = stopsAt(LT, BACKSLASH);
const OPENING_STOPS = stopsAt(LT, BACKSLASH, GT, 32, 9, 10, 11, 12, 13);
const CLOSING_STOPS = stopsAt(LT, BACKSLASH, GT);

/** Moves over bytes that mean nothing in one go; the machine would do the same one by one. */
function skipPlain(frame: Frame, reader: Reader): void {
  const from = reader.at;
  const { place } = frame;
  const stops = place === PLACE.opening ? OPENING_STOPS : place === PLACE.closing ? CLOSING_STOPS : TEXT_STOPS;
  reader.skipUntil(stops, place === PLACE.outside ? Infinity : frame.runStart - frame.run.length + MAX_RUN);
  if (reader.at > from) frame.escaped = false;
}

function skipComment(tree: XmlTree, reader: Reader, frame: Frame, frames: Frame[]): 'none' | 'skipped' | 'unclosed' {
  const start = reader.at - 1;
  if (reader.peek() !== 33) return 'none';
  if (!reader.skipComment()) return 'unclosed';
  frame.run += reader.text.slice(frame.runStart, start);
  frame.runStart = reader.at;
  const parent =
    frame.place === PLACE.outside ? -1 : frame.node >= 0 ? frame.node : (frames[frames.length - 2]?.node ?? -1);
  tree.comments.push({ start, end: reader.at, parent });
  return 'skipped';
}

/** One character in its place. Returns the manager's message when it gives up. */
function step(tree: XmlTree, reader: Reader, frames: Frame[], frame: Frame, code: number, at: number): string | null {
  if (frame.place === PLACE.outside) {
    if (code !== LT) return null;
    if (frame.escaped) {
      frame.escaped = false;
      return null;
    }
    if (reader.peek() === SLASH) return 'XMLERR: Element not opened.';
    begin(frame, PLACE.opening, reader.at);
    frame.start = at;
    return null;
  }
  if (frame.place === PLACE.opening) {
    return code === GT || isBlank(code) ? openElement(tree, reader, frames, frame, code, at) : keep(frame, code);
  }
  if (frame.place === PLACE.closing) {
    return code === GT ? closeElement(tree, reader, frames, frame, at) : keep(frame, code);
  }
  if (code !== LT || frame.escaped) return keep(frame, code);
  if (reader.peek() === SLASH) {
    const node = tree.nodes[frame.node] as XmlNode;
    node.value = cString(runOf(frame, reader, at));
    node.closeStart = at;
    reader.next();
    begin(frame, PLACE.closing, reader.at);
    return null;
  }
  if (frames.length >= MAX_DEPTH) return 'XMLERR: Max recursion level reached';
  const child = newFrame(reader.at);
  child.place = PLACE.opening;
  child.start = at;
  frames.push(child);
  return null;
}

/** An ordinary character stays in the run; an escaped `<` uses the escape up. */
function keep(frame: Frame, code: number): null {
  if (code === LT) frame.escaped = false;
  return null;
}

function begin(frame: Frame, place: Place, at: number): void {
  frame.place = place;
  frame.run = '';
  frame.runStart = at;
}

function openElement(tree: XmlTree, reader: Reader, frames: Frame[], frame: Frame, code: number, at: number) {
  let name = runOf(frame, reader, at);
  const slashed = name.endsWith('/');
  if (slashed) name = name.slice(0, -1);
  name = cString(name);
  const node: XmlNode = {
    name,
    parent: frames[frames.length - 2]?.node ?? -1,
    depth: frames.length - 1,
    start: frame.start,
    openEnd: reader.at,
    closeStart: reader.at,
    end: reader.at,
    selfClosed: false,
    attributes: NO_ATTRIBUTES,
    value: '',
    isVariable: name.length === 3 && name.toLowerCase() === 'var',
  };
  frame.node = tree.nodes.push(node) - 1;
  let closed = slashed;
  if (isBlank(code)) {
    const attributes: XmlAttribute[] = [];
    const result = parseAttributes(reader, attributes);
    if (attributes.length > 0) node.attributes = attributes;
    if (result.message !== null) return result.message;
    closed ||= result.closed;
  }
  node.openEnd = reader.at;
  if (!closed) {
    begin(frame, PLACE.text, reader.at);
    return null;
  }
  node.selfClosed = true;
  return leave(node, reader, frames, frame);
}

function closeElement(tree: XmlTree, reader: Reader, frames: Frame[], frame: Frame, at: number): string | null {
  const node = tree.nodes[frame.node] as XmlNode;
  const closing = cString(runOf(frame, reader, at));
  if (closing !== node.name) return `XMLERR: Element '${node.name}' not closed.`;
  return leave(node, reader, frames, frame);
}

/** The element is complete: back to the parent, whose text starts again from nothing. */
function leave(node: XmlNode, reader: Reader, frames: Frame[], frame: Frame): null {
  node.end = reader.at;
  if (node.selfClosed) node.closeStart = node.openEnd;
  const parent = frames[frames.length - 2];
  if (parent) {
    frames.pop();
    begin(parent, PLACE.text, reader.at);
  } else {
    Object.assign(frame, newFrame(reader.at), { escaped: frame.escaped });
  }
  return null;
}
