/*
 * Turns lines of alerts.json into rows. Lines in the usual form are read as bytes; any other is given to readAlert, so that
 * what a line means is said in one place only. Pure; does not know where lines come from.
 */
import type { ResponseReport } from '../../alert-history.ts';
import { type ReadAlert, readAlert } from '../../read-alert.ts';
import { ByteIds } from './byte-ids.ts';
import { EventRows, splitId } from './event-rows.ts';
import { LineScanner, type Span } from './scan-line.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Wazuh writes at most 64 KiB; what is longer is no alert. */
export const LONGEST_LINE = 1 << 20;
const SEPARATOR = 10;
const DOT = 46;
const LAST_SECOND = 3_999_999_999;

type Range = { start: number; end: number };

export class AlertReader {
  readonly rows = new EventRows();
  reports: ResponseReport[] = [];
  unreadable = 0;
  private readonly words: Vocabulary;
  private readonly line = new LineScanner();
  private readonly variants = new ByteIds();
  private readonly agents = new ByteIds();
  private readonly sources = new ByteIds();
  private readonly users = new ByteIds();
  private readonly descriptions = new ByteIds();
  private key = new Uint8Array(16_384);
  private keyLength = 0;

  constructor(words: Vocabulary) {
    this.words = words;
  }

  /** Behind a batch that was stored. */
  clear(): void {
    this.rows.clear();
    this.reports = [];
    this.unreadable = 0;
  }

  /** At the start of a day what stands for too many is decided anew. */
  startDay(): void {
    if (this.words.startDay()) this.forget();
  }

  /** Numbers of words may mean others now. */
  forget(): void {
    for (const cache of [this.variants, this.agents, this.sources, this.users, this.descriptions]) cache.forget();
  }

  /** One line without its end; an empty one is none. */
  addLine(bytes: Buffer, start: number, end: number): void {
    if (start === end) return;
    if (end - start <= LONGEST_LINE && this.line.scan(bytes, start, end)) this.addScanned(bytes, { start, end });
    else this.addText(end - start <= LONGEST_LINE ? bytes.toString('utf8', start, end) : '');
  }

  private addText(text: string): void {
    const alert = readAlert(text);
    if (alert === null) {
      this.unreadable += 1;
      return;
    }
    const { rows, words } = this;
    const row = rows.add();
    rows.at[row] = alert.at;
    rows.variant[row] = words.variant(alert);
    rows.agent[row] = words.agent(alert.agentId, alert.agentName);
    rows.source[row] = words.source(alert.address, alert.srcip);
    rows.user[row] = words.user(alert.user);
    rows.description[row] = words.description(alert.description);
    this.addId(row, alert.id);
    if (alert.report !== null) this.reports.push(alert.report);
  }

  private addScanned(bytes: Buffer, whole: Range): void {
    const { rows, line } = this;
    const variant = this.variantOf(bytes, whole);
    if (variant === -1) {
      this.addText(bytes.toString('utf8', whole.start, whole.end));
      return;
    }
    const row = rows.add();
    rows.at[row] = line.at;
    rows.variant[row] = variant;
    rows.agent[row] = this.agentOf(bytes);
    rows.source[row] = this.sourceOf(bytes);
    rows.user[row] = this.userOf(bytes);
    rows.description[row] = this.descriptionOf(bytes);
    this.addIdOf(bytes, row);
  }

  /**
   * Of a rule that is new here the whole line is read, once. The lists stand together as a rule, and are then compared as they
   * stand.
   */
  private variantOf(bytes: Buffer, whole: Range): number {
    const { line, variants } = this;
    const seed = (line.ruleNumber << 7) | line.level;
    const isTogether = line.firstList === 0;
    if (!isTogether) this.copyLists(bytes);
    const [from, key] = isTogether ? [bytes, line.listRange] : [this.key, { start: 0, end: this.keyLength }];
    const known = variants.find(from, key, isTogether ? seed : ~seed);
    if (known !== -1) return known;
    const alert: ReadAlert | null = readAlert(bytes.toString('utf8', whole.start, whole.end));
    if (alert === null) return -1;
    const number = this.words.variant(alert);
    variants.keep(from, key, number);
    return number;
  }

  private copyLists(bytes: Buffer): void {
    this.keyLength = 0;
    for (const list of this.line.lists) this.addKey(bytes, list);
  }

  private agentOf(bytes: Buffer): number {
    const { agentId, agentName } = this.line;
    // The name stands behind the id as a rule: what is between them is part of the key.
    const isOrdered = agentName.start > agentId.end;
    if (!isOrdered) this.copyPair(bytes, agentId, agentName);
    const [from, key] = isOrdered
      ? [bytes, { start: agentId.start, end: agentName.end }]
      : [this.key, { start: 0, end: this.keyLength }];
    const known = this.agents.find(from, key, isOrdered ? 0 : 1);
    if (known !== -1) return known;
    const number = this.words.agent(decode(bytes, agentId), decode(bytes, agentName));
    this.agents.keep(from, key, number);
    return number;
  }

  private sourceOf(bytes: Buffer): number {
    const { srcip, ipAddress, destinationIp } = this.line;
    const windows = ipAddress.end > ipAddress.start ? ipAddress : destinationIp;
    const address = windows.end > windows.start ? windows : srcip;
    if (address.end === address.start) return 0;
    const isPair = address !== srcip && srcip.end > srcip.start;
    if (isPair) this.copyPair(bytes, srcip, address);
    const [from, key] = isPair ? [this.key, { start: 0, end: this.keyLength }] : [bytes, address];
    const known = this.sources.find(from, key, isPair ? 2 : address === srcip ? 0 : 1);
    if (known !== -1) return known;
    const number = this.words.source(decode(bytes, address), decode(bytes, srcip) || null);
    this.sources.keep(from, key, number);
    return number;
  }

  private userOf(bytes: Buffer): number {
    const { user } = this.line;
    if (user.end === user.start) return 0;
    const known = this.users.find(bytes, user);
    if (known !== -1) return known;
    const number = this.words.user(decode(bytes, user));
    this.users.keep(bytes, user, number);
    return number;
  }

  private descriptionOf(bytes: Buffer): number {
    const { description } = this.line;
    const known = this.descriptions.find(bytes, description);
    if (known !== -1) return known;
    const number = this.words.description(decode(bytes, description));
    this.descriptions.keep(bytes, description, number);
    return number;
  }

  private copyPair(bytes: Buffer, first: Span, second: Span): void {
    this.keyLength = 0;
    this.addKey(bytes, first);
    this.addKey(bytes, second);
  }

  /** With an end of line behind it, which is in no string of JSON. */
  private addKey(bytes: Uint8Array, { start, end }: Span): void {
    const length = end - start;
    if (this.keyLength + length + 1 > this.key.length) this.growKey(this.keyLength + length + 1);
    const { key } = this;
    let at = this.keyLength;
    for (let index = start; index < end; index += 1) key[at++] = bytes[index] as number;
    key[at] = SEPARATOR;
    this.keyLength = at + 1;
  }

  private growKey(least: number): void {
    const larger = new Uint8Array(least * 2);
    larger.set(this.key);
    this.key = larger;
  }

  private addIdOf(bytes: Buffer, row: number): void {
    const { start, end } = this.line.id;
    const dot = bytes[start + 10] === DOT ? start + 10 : -1;
    const seconds = dot === -1 ? -1 : numberOf(bytes, start, dot);
    const offset = dot === -1 ? -1 : numberOf(bytes, dot + 1, end);
    if (seconds === -1 || offset === -1 || seconds > LAST_SECOND) {
      this.addId(row, decode(bytes, this.line.id));
      return;
    }
    this.rows.seconds[row] = seconds;
    this.rows.offset[row] = offset;
  }

  private addId(row: number, id: string): void {
    const parts = splitId(id);
    this.rows.seconds[row] = parts?.seconds ?? 0;
    this.rows.offset[row] = parts?.offset ?? 0;
    if (parts === null) this.rows.oddIds.set(row, id);
  }
}

/** Of digits as a number is written; -1: not so, or too many. */
function numberOf(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 15 || (bytes[start] === 48 && end > start + 1)) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function decode(bytes: Buffer, { start, end, escaped }: Span): string {
  const text = bytes.toString('utf8', start, end);
  return escaped ? (JSON.parse(`"${text}"`) as string) : text;
}
