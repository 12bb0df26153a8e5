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

/** Reads up to and including the `>` (or the `/`) of the tag, adding to `attributes`. */
export function parseAttributes(reader: Reader, attributes: XmlAttribute[]): AttributesResult {
  let name = '';
  for (let code = reader.next(); code !== -1; code = reader.next()) {
    if (name.length >= MAX_RUN) return fail(`XMLERR: Overflow attempt at attribute '${name.slice(0, 20)}'.`);
    if (code === GT || code === SLASH) {
      if (name !== '') return fail(`XMLERR: Attribute '${name}' has no value.`);
      return done(code === SLASH);
    }
    if (code === EQUALS) {
      const result = parseValue(reader, name, attributes);
      if (result) return result;
      name = '';
    } else if (!isBlank(code)) {
      name += String.fromCharCode(code);
    } else if (name !== '') {
      return fail(`XMLERR: Attribute '${name}' has no value.`);
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
  let value = '';
  for (let code = reader.next(); code !== quote; code = reader.next()) {
    if (code === -1) return fail('XMLERR: End of file while reading an attribute.');
    if (code === GT) return fail(`XMLERR: Attribute '${name}' not closed.`);
    if (value.length >= MAX_RUN) return fail(`XMLERR: Overflow attempt at attribute '${name.slice(0, 20)}'.`);
    value += String.fromCharCode(code);
  }
  if (attributes.length >= MAX_ATTRIBUTES) return fail('XMLERR: Too many attributes.');
  attributes.push({ name, value });
  const after = reader.next();
  if (isBlank(after)) return null;
  if (after === GT || after === SLASH) return done(after === SLASH);
  return fail(`XMLERR: Bad attribute closing for '${name}'='${value}'.`);
}
