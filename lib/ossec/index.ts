/*
 * The pure core: what an ossec.conf says, what the manager makes of it, and how to change it without touching a byte that
 * nobody asked to change. No files, no clock, no framework. A worked example:
 *
 *   const config = parseConfig(bytes);                       // never throws, whatever the bytes
 *   config.verdict.accepted;                                 // would the manager start with it
 *   config.model.responses[0].location;                      // 'local', as written
 *   const plan = planChanges(config, [{ op: 'remove-response', index: 0 }]);
 *   if (plan.ok) applyEdits(bytes, plan.edits);              // the new file; everything else byte for byte as before
 *
 * Texts in the model are decoded (byte-text.ts), offsets are bytes of the file.
 */
import { toByteString } from './byte-text.ts';
import type { ConfigModel } from './model/config-model.ts';
import { loadConfig } from './model/load-config.ts';
import { readModel } from './model/read-model.ts';
import type { Verdict } from './model/verdict.ts';
import { parseXml } from './syntax/parse-xml.ts';
import type { XmlTree } from './syntax/xml-tree.ts';

export { type Change, type CommandInput, changeSchema, changesSchema, type ResponseInput } from './edit/change.ts';
export { type Plan, type PlanResult, planChanges } from './edit/plan-changes.ts';
export type { Refusal } from './edit/refusal.ts';
export { applyEdits, invertEdits, type TextEdit } from './edit/text-edit.ts';
export type { CommandBlock, CommentedResponse, ConfigModel, Location, ResponseBlock } from './model/config-model.ts';
export type { Verdict } from './model/verdict.ts';

/** A file read three ways: its syntax, its blocks, the manager's verdict. */
export type Config = { tree: XmlTree; model: ConfigModel; verdict: Verdict };

/** Reads a whole file. Never throws: problems are in `tree.error`, `verdict` and `model.problem`. */
export function parseConfig(bytes: Uint8Array): Config {
  return parseConfigText(toByteString(bytes));
}

/** The same for a byte string (byte-text.ts). */
export function parseConfigText(text: string): Config {
  const tree = parseXml(text);
  const verdict = loadConfig(tree);
  return { tree, verdict, model: readModel(tree, verdict) };
}

/** Only the manager's verdict: what would it load, what would it say. */
export function checkConfig(bytes: Uint8Array): Verdict {
  return loadConfig(parseXml(toByteString(bytes)));
}
