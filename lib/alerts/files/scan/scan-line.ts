/*
 * Owns finding in the bytes of a line what read-alert.ts reads of it, for lines in the form Wazuh writes. What is in any way
 * unusual (a key twice, another type, an escaped key) is refused, and the caller asks readAlert. Pure; makes no strings.
 */
import { JsonBytes, startsWith } from './json-bytes.ts';
import { scanTime } from './scan-time.ts';

/** Names by their length, so that a key is compared with one or two of them. */
type Names = readonly (readonly { index: number; bytes: Uint8Array }[] | undefined)[];
const named = (...texts: string[]): Names => {
  const byLength: { index: number; bytes: Uint8Array }[][] = [];
  for (const [index, text] of texts.entries()) {
    byLength[text.length] = [...(byLength[text.length] ?? []), { index, bytes: Uint8Array.from(Buffer.from(text)) }];
  }
  return Array.from(byLength);
};
const ROOT = named('timestamp', 'rule', 'agent', 'id', 'data');
const TAGS = ['pci_dss', 'gpg13', 'gdpr', 'hipaa', 'nist_800_53', 'tsc'];
const RULE = named('id', 'level', 'description', 'groups', ...TAGS);
const AGENT = named('id', 'name');
const DATA = named('srcip', 'dstuser', 'win', '__proto__');
const WIN = named('eventdata', '__proto__');
const EVENT = named('ipAddress', 'destinationIp', '__proto__');
const FIRST_LIST = 3;
/** Wazuh's own end at 999999. */
const LONGEST_RULE_ID = 7;

/** A part of the line; empty when it is not there. Strings without their quotes. */
export type Span = { start: number; end: number; escaped: boolean };
const span = (): Span => ({ start: 0, end: 0, escaped: false });

export class LineScanner {
  at = Number.NaN;
  level = 0;
  ruleNumber = 0;
  /** Which of the lists came first, and from where to where they stand with what is between them. */
  firstList = -1;
  readonly listRange = { start: 0, end: 0 };
  readonly id = span();
  readonly ruleId = span();
  readonly description = span();
  /** Groups, then the tags in the order of read-alert.ts, each as its array stands. */
  readonly lists = Array.from({ length: 1 + TAGS.length }, span);
  readonly agentId = span();
  readonly agentName = span();
  readonly srcip = span();
  readonly user = span();
  readonly ipAddress = span();
  readonly destinationIp = span();
  private readonly json = new JsonBytes();
  private readonly all = [
    ...[this.id, this.ruleId, this.description, ...this.lists, this.agentId, this.agentName],
    ...[this.srcip, this.user, this.ipAddress, this.destinationIp],
  ];

  /** False: not a line in the usual form. Whatever was found is then of no use. */
  scan(bytes: Uint8Array, start: number, end: number): boolean {
    const { json } = this;
    for (const each of this.all) each.start = each.end = 0;
    this.firstList = -1;
    this.listRange.start = this.listRange.end = 0;
    json.over(bytes, start, end);
    const seen = this.members(ROOT, this.rootMember);
    return seen >= 15 && (seen & 15) === 15 && json.peek() === -1 && !Number.isNaN(this.at);
  }

  /** Which of the names were there, as bits; -1: refused. */
  private members(names: Names, member: (index: number) => boolean): number {
    const { json } = this;
    if (!json.take(123)) return -1;
    if (json.take(125)) return 0;
    let seen = 0;
    for (;;) {
      json.peek();
      const start = json.at + 1;
      if (!json.skipString() || json.escaped) return -1;
      const index = indexOf(names, json.bytes, start, json.at - 1);
      if (!json.take(58)) return -1;
      json.peek();
      if (index === -1) {
        if (!json.skipValue()) return -1;
      } else {
        if ((seen & (1 << index)) !== 0 || !member(index)) return -1;
        seen |= 1 << index;
      }
      if (json.take(125)) return seen;
      if (!json.take(44)) return -1;
    }
  }

  private readonly rootMember = (index: number): boolean => {
    if (index === 0) return this.takeTime();
    if (index === 1) return this.membersOf(RULE, this.ruleMember, 3);
    if (index === 2) return this.membersOf(AGENT, this.agentMember, 1);
    if (index === 3) return this.takeString(this.id);
    return this.membersOf(DATA, this.dataMember, 0);
  };

  private membersOf(names: Names, member: (index: number) => boolean, needed: number): boolean {
    const seen = this.members(names, member);
    return seen !== -1 && (seen & needed) === needed;
  }

  private readonly ruleMember = (index: number): boolean => {
    if (index === 0) return this.takeString(this.ruleId) && this.takeRuleNumber();
    if (index === 1) return this.takeLevel();
    if (index === 2) return this.takeString(this.description);
    return this.takeList(index - FIRST_LIST);
  };

  private readonly agentMember = (index: number): boolean =>
    this.takeString(index === 0 ? this.agentId : this.agentName);

  private readonly dataMember = (index: number): boolean => {
    if (index === 2) return this.membersOf(WIN, this.winMember, 0);
    if (index === 3) return false;
    // An address that is no text counts as none.
    return this.json.bytes[this.json.at] === 34
      ? this.takeString(index === 0 ? this.srcip : this.user)
      : this.json.skipValue();
  };

  private readonly winMember = (index: number): boolean => index === 0 && this.membersOf(EVENT, this.eventMember, 0);

  private readonly eventMember = (index: number): boolean =>
    index < 2 && this.takeString(index === 0 ? this.ipAddress : this.destinationIp);

  private takeTime(): boolean {
    const start = this.json.at + 1;
    if (!this.json.skipString()) return false;
    this.at = scanTime(this.json.bytes, start, this.json.at - 1);
    return true;
  }

  private takeString(into: Span): boolean {
    const start = this.json.at + 1;
    if (!this.json.skipString()) return false;
    into.start = start;
    into.end = this.json.at - 1;
    into.escaped = this.json.escaped;
    return true;
  }

  /** One or two digits, as levels have. */
  private takeLevel(): boolean {
    const { json } = this;
    const start = json.at;
    if (!json.skipValue() || json.at - start > 2) return false;
    this.level = 0;
    for (let at = start; at < json.at; at += 1) {
      const digit = (json.bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) return false;
      this.level = this.level * 10 + digit;
    }
    return true;
  }

  private takeList(index: number): boolean {
    const { json } = this;
    const into = this.lists[index] as Span;
    into.start = json.at;
    if (!json.take(91)) return false;
    if (!json.take(93)) {
      do {
        json.peek();
        if (!json.skipString()) return false;
      } while (json.take(44));
      if (!json.take(93)) return false;
    }
    into.end = json.at;
    if (this.firstList === -1) {
      this.firstList = index;
      this.listRange.start = into.start;
    }
    this.listRange.end = into.end;
    return true;
  }

  /** Reports of scripts are left to readAlert: they are few, and much is read of them. */
  private takeRuleNumber(): boolean {
    const { start, end } = this.ruleId;
    if (end - start < 1 || end - start > LONGEST_RULE_ID) return false;
    this.ruleNumber = 0;
    for (let at = start; at < end; at += 1) {
      const digit = (this.json.bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) return false;
      this.ruleNumber = this.ruleNumber * 10 + digit;
    }
    return this.ruleNumber < 600 || this.ruleNumber > 659;
  }
}

function indexOf(names: Names, bytes: Uint8Array, start: number, end: number): number {
  const candidates = end - start < names.length ? names[end - start] : undefined;
  if (candidates === undefined) return -1;
  for (let number = 0; number < candidates.length; number += 1) {
    const { index, bytes: wanted } = candidates[number] as { index: number; bytes: Uint8Array };
    if (startsWith(bytes, start, wanted)) return index;
  }
  return -1;
}
