// Owns how fuzz-core.ts breaks a configuration: bytes flipped, cut, doubled, scribbled over with pieces of the dialect.
// The same seed and number give the same file. Knows nothing of what the core should make of it.
import type { Random } from '../sandbox/seeded-random.ts';

const WOUND_COUNTS = [0, 1, 1, 1, 1, 2, 2, 3, 6] as const;
const LONGEST_RUN = 21_000;
const DEEPEST = 1_100;
/** Of a large base only a part is taken, mostly: many small files find more than few large ones. */
const LARGE = 16_000;

const PIECES = [
  ...['<', '>', '</', '/>', '<!', '<!--', '-->', '!>', '-', '!', '\\', '\\<', '"', "'", '=', '&', '&lt;', '|', ','],
  ...['\0', '\xff', '<\xff', '!\xff', '-\xff', '\xef\xbb\xbf', '\xe9', '\r\n', '\n', '\t', ' ', '\v', '\x1b'],
  ...['<var>', '</var>', '<VAR x="1">', '<x', '<a b="c">', ' a="1"', " b='2'", ' c', '<?xml version="1.0"?>'],
  ...['<ossec_config>', '</ossec_config>', '<ossec_config/>', '<agent_config>', '<!DOCTYPE a>', '<![CDATA[x]]>'],
  ...['<command>', '</command>', '<name>', '</name>', '<executable>', '</executable>', '<timeout_allowed>yes'],
  ...['<active-response>', '</active-response>', '<disabled>yes</disabled>', '<disabled>no</disabled>'],
  ...['<level>7</level>', '<level>21</level>', '<timeout>10m</timeout>', '<timeout>-1</timeout>', '<level></level>'],
  ...['<rules_group></rules_group>', '<rules_group>a|</rules_group>', '<rules_id>1,x,2</rules_id>', '<expect/>'],
  ...['<location>all,server</location>', '<location>defined-agent</location>', '<agent_id>000</agent_id>'],
  ...[
    '<!-- <active-response><command>c</command></active-response> -->',
    '<repeated_offenders>1,2</repeated_offenders>',
  ],
  ...['<command><name>c</name><executable>x</executable></command>', '<global><white_list>::1</white_list></global>'],
  ...['<active-response><command>c</command><location>local</location><level>5</level></active-response>'],
] as const;

/** These leave the file readable, where they stand behind a tag. */
const WHOLE_PIECES = [
  ...['<!-- x -->', '<! odd !>', '<!-- a -- b -->', ' words ', '\n\n', '\r\n', '\t', ' \\\\ ', '\xe9', '\0', '&amp;'],
  ...[
    '<level>7</level>',
    '<timeout>10m</timeout>',
    '<rules_group>a|</rules_group>',
    '<rules_group/>',
    '<level a="1" />',
  ],
  ...[
    '<rules_id>1,x,2</rules_id>',
    '<disabled>yes</disabled>',
    '<disabled>no</disabled>',
    '<var>',
    '<expect>srcip</expect>',
  ],
  ...['<repeated_offenders>1,2</repeated_offenders>', '<location>server</location>', '<agent_id>7</agent_id>'],
  ...['<command><name>c</name><executable>x</executable></command>', '<global><white_list>::1</white_list></global>'],
  ...['<active-response><command>c</command><location>local</location><level>5</level></active-response>'],
  ...['<!-- <active-response><command>c</command><location>all</location></active-response> -->', '<ossec_config/>'],
  ...['</ossec_config>\n<ossec_config>', '<localfile><location>/x</location></localfile>', '<sca/>'],
] as const;

const VALUES = [
  '',
  ' ',
  '0',
  '7',
  '21',
  'yes',
  'no',
  ' yes',
  'local',
  'all,server',
  'defined-agent',
  'sshd,|',
  '5710 ,x',
  'a b',
  '\\\\',
  '000',
] as const;

type Wound = (text: string, random: Random, others: readonly string[]) => string;

const splice = (text: string, at: number, cut: number, put: string) => text.slice(0, at) + put + text.slice(at + cut);
const place = (text: string, random: Random) => random.below(text.length + 1);
const byteOf = (random: Random) => String.fromCharCode(random.below(256));

const flip: Wound = (text, random) => splice(text, place(text, random), 1, byteOf(random));
const cut: Wound = (text, random) => splice(text, place(text, random), 1 + random.below(40), '');
const scribble: Wound = (text, random) =>
  splice(text, place(text, random), random.below(2) * random.below(8), random.pick(PIECES));

const double: Wound = (text, random) => {
  const at = place(text, random);
  return splice(text, at, 0, text.slice(at, at + random.below(300)));
};

const graft: Wound = (text, random, others) => {
  const other = others[random.below(others.length)] ?? '';
  const at = place(other, random);
  return splice(text, place(text, random), random.below(60), other.slice(at, at + random.below(400)));
};

const slip: Wound = (text, random) =>
  splice(text, text.indexOf('>', place(text, random)) + 1, 0, random.pick(WHOLE_PIECES));

/** Another value, without `<` or `>`. */
const revalue: Wound = (text, random) => {
  const at = text.indexOf('>', place(text, random)) + 1;
  const end = text.indexOf('</', at);
  return end === -1 || text.slice(at, end).includes('<') ? text : splice(text, at, end - at, random.pick(VALUES));
};

/** A tag cut short or moved: what a person with an editor does. */
const loseTag: Wound = (text, random) => {
  const at = text.indexOf('<', place(text, random));
  return at === -1 ? text : splice(text, at, text.slice(at).indexOf('>') + 1, '');
};

const longRun: Wound = (text, random) =>
  random.below(12) > 0
    ? text
    : splice(
        text,
        place(text, random),
        0,
        random.pick(['a', ' ', '\\', '-', '\n', '(']).repeat(random.below(LONGEST_RUN)),
      );

const nest: Wound = (text, random) =>
  random.below(20) > 0
    ? text
    : splice(text, place(text, random), 0, random.pick(['<a>', '<var>', '<!']).repeat(random.below(DEEPEST)));

/** Light wounds most of all: a file that breaks at once teaches little. */
const WOUNDS = [
  slip,
  slip,
  slip,
  slip,
  slip,
  slip,
  revalue,
  revalue,
  revalue,
  revalue,
  flip,
  flip,
  cut,
  scribble,
  scribble,
  scribble,
  double,
  graft,
  graft,
  loseTag,
  longRun,
  nest,
] as const;

function partOf(base: string, random: Random): string {
  if (base.length <= LARGE || random.below(10) === 0) return base;
  const at = base.indexOf('<', random.below(base.length - LARGE));
  return `<ossec_config>${base.slice(at, at + LARGE)}</ossec_config>`;
}

/** One broken file (a byte string) out of the `bases`. */
export function mutate(bases: readonly string[], random: Random): string {
  let text = partOf(bases[random.below(bases.length)] ?? '', random);
  for (let wounds = random.pick(WOUND_COUNTS); wounds > 0; wounds--) text = random.pick(WOUNDS)(text, random, bases);
  return text;
}
