/*
 * Where the secrets of a configuration stand, so that pages can hide them. What is written to disk and what is downloaded as
 * a patch is never masked: a masked value written back would destroy the secret.
 */
import type { XmlNode, XmlTree } from '../ossec/syntax/xml-tree.ts';

/** Byte range of one secret value. In order, not overlapping. */
export type SecretSpan = { start: number; end: number };

const NAMES =
  'key|hook_url|pass|passwd|auth_key|connection_string|credential|credentials|authd\\.pass|(?:[\\w.-]*_)?(?:password|secret|token|api_key|apikey|access_key|secret_key|private_key|account_key)';
const SECRET_NAME = new RegExp(`^(?:${NAMES})$`, 'i');
const SECRET_ELEMENT = new RegExp(`<(${NAMES})(?:\\s[^<>]*)?>([^<]*)</`, 'gi');
const SECRET_ATTRIBUTE = new RegExp(`\\s(?:${NAMES})\\s*=\\s*("[^"]*"|'[^']*')`, 'gi');

/** Switches such as use_password are no secrets, and neither is an empty value. */
const isSecret = (value: string): boolean => value.trim() !== '' && !/^(yes|no|true|false)$/i.test(value.trim());

/** The secret values of the file, those inside comments and behind a syntax error included. */
export function secretSpans(tree: XmlTree): SecretSpan[] {
  const { text, nodes, comments, error } = tree;
  const spans: SecretSpan[] = [];
  for (const node of nodes) {
    if (SECRET_NAME.test(node.name)) spans.push(...valueSpan(text, node));
    if (node.attributes.length > 0) spans.push(...attributeSpans(text.slice(node.start, node.openEnd), node.start));
  }
  for (const { start, end } of comments) spans.push(...elementSpans(text.slice(start, end), start));
  if (error) spans.push(...elementSpans(text, 0));
  return withoutOverlap(spans);
}

function valueSpan(text: string, node: XmlNode): SecretSpan[] {
  if (node.selfClosed) return [];
  return trimmed(text.slice(node.openEnd, node.closeStart), node.openEnd);
}

function elementSpans(text: string, offset: number): SecretSpan[] {
  return [...text.matchAll(SECRET_ELEMENT)].flatMap((match) => {
    const value = match[2] ?? '';
    return trimmed(value, offset + match.index + match[0].length - 2 - value.length);
  });
}

function attributeSpans(tag: string, offset: number): SecretSpan[] {
  return [...tag.matchAll(SECRET_ATTRIBUTE)].flatMap((match) => {
    const quoted = match[1] ?? '""';
    return trimmed(quoted.slice(1, -1), offset + match.index + match[0].length - quoted.length + 1);
  });
}

function trimmed(value: string, start: number): SecretSpan[] {
  if (!isSecret(value)) return [];
  const from = start + value.length - value.trimStart().length;
  return [{ start: from, end: from + value.trim().length }];
}

function withoutOverlap(spans: SecretSpan[]): SecretSpan[] {
  const merged: SecretSpan[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
