/*
 * The attributes of an opening tag, as Wazuh's reader takes them (dialect §2.4). It has read the blank behind the name.
 */
import { isBlank, MAX_RUN } from './parse-xml.ts';
import type { Reader } from './reader.ts';
import type { XmlAttribute } from './xml-tree.ts';

/** The fiftieth attribute of an element is refused (new in 4.14.7). */
const MAX_ATTRIBUTES = 49;
const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const DOUBLE = 34;
const SINGLE = 39;

/** `closed` tells that a `/` ended the tag: its `>` is left to the parent's text. `message` is the manager's when it gives up. */
export type AttributesResult = { closed: boolean; message: string | null };

const done = (closed: boolean): AttributesResult => ({ closed, message: null });
const fail = (message: string): AttributesResult => ({ closed: false, message });

const noValue = (name: string) => `XMLERR: Attribute '${name}' has no value.`;
const overflow = (name: string) => `XMLERR: Overflow attempt at attribute '${name.slice(0, 20)}'.`;

/** Reads up to and including the `>` (or the `/`) of the tag, adding to `attributes`. */
export function parseAttributes(reader: Reader, attributes: XmlAttribute[]): AttributesResult {
  let start = reader.at;
  for (let code = reader.next(); code !== -1; code = reader.next()) {
    const end = reader.at - 1;
    if (end - start >= MAX_RUN) return fail(overflow(reader.text.slice(start, end)));
    if (code === GT || code === SLASH) {
      if (end > start) return fail(noValue(reader.text.slice(start, end)));
      return done(code === SLASH);
    }
    if (code === EQUALS) {
      const result = parseValue(reader, reader.text.slice(start, end), attributes);
      if (result) return result;
      start = reader.at;
    } else if (isBlank(code)) {
      if (end > start) return fail(noValue(reader.text.slice(start, end)));
      start = reader.at;
    }
  }
  return fail('XMLERR: End of file while reading an attribute.');
}

/** The value behind `name=`. Null when another attribute may follow. */
function parseValue(reader: Reader, name: string, attributes: XmlAttribute[]): AttributesResult | null {
  if (attributes.some((known) => known.name === name)) return fail(`XMLERR: Attribute '${name}' already defined.`);
  let quote = reader.next();
  while (isBlank(quote)) quote = reader.next();
  if (quote !== DOUBLE && quote !== SINGLE) return fail(`XMLERR: Attribute '${name}' not followed by a " or '.`);
  const start = reader.at;
  for (let code = reader.next(); code !== quote; code = reader.next()) {
    if (code === -1) return fail('XMLERR: End of file while reading an attribute.');
    if (code === GT) return fail(`XMLERR: Attribute '${name}' not closed.`);
    if (reader.at - 1 - start >= MAX_RUN) return fail(overflow(name));
  }
  const value = reader.text.slice(start, reader.at - 1);
  if (attributes.length >= MAX_ATTRIBUTES) return fail('XMLERR: Too many attributes.');
  attributes.push({ name, value });
  const after = reader.next();
  if (isBlank(after)) return null;
  if (after === GT || after === SLASH) return done(after === SLASH);
  return fail(`XMLERR: Bad attribute closing for '${name}'='${value}'.`);
}
