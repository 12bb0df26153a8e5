/*
 * Where other tools read the file differently from Wazuh: what they would refuse, what they would misread. A manager does not
 * care; whoever also uses the API, xmllint or Ansible does. Never throws.
 */
import type { Config } from '../index.ts';
import type { CommandBlock, ResponseBlock } from '../model/config-model.ts';
import { type Disagreement, EVERY_TOOL, nameTools } from './disagreement.ts';
import { readWithFastXmlParser, type SecondBlock, type SecondReading } from './read-with-fast-xml-parser.ts';
import { strictChecks, withoutComments } from './strict-checks.ts';

export type { Disagreement, DisagreementKind, Tool } from './disagreement.ts';

/** Every disagreement, by line. */
export function compareReaders(config: Config): Disagreement[] {
  const { tree } = config;
  const second = readWithFastXmlParser(tree.text);
  if (tree.error) return second.error ? [] : [onlyWazuhRefuses(tree.error.line)];
  const form = [...strictChecks(tree), ...malformed(config)];
  const values = form.some(({ tools }) => tools.includes('api')) ? [] : differentValues(config, second);
  return [...form, ...values].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

const onlyWazuhRefuses = (line: number): Disagreement => ({
  kind: 'only-wazuh-refuses',
  line,
  message: 'XML tools accept this file, Wazuh does not: checking it with xmllint is not enough.',
  tools: EVERY_TOOL,
});

/** What the strict checks know is mended first, so that a further mistake shows. */
function malformed({ tree }: Config): Disagreement[] {
  const mended = withoutComments(tree).replace(/&/g, '+');
  const { error } = readWithFastXmlParser(mended);
  if (!error) return [];
  const message = `Refused by ${nameTools(EVERY_TOOL)}: ${error.message.replace(/\.$/, '')}.`;
  return [{ kind: 'not-well-formed', line: error.line, message, tools: EVERY_TOOL }];
}

const COMMAND_VALUES = [
  ['name', 'name'],
  ['executable', 'executable'],
  ['extra_args', 'extraArgs'],
] as const;
const RESPONSE_VALUES = [
  ['command', 'command'],
  ['location', 'location'],
  ['agent_id', 'agentId'],
  ['level', 'level'],
  ['rules_group', 'rulesGroup'],
  ['rules_id', 'rulesId'],
  ['timeout', 'timeout'],
] as const;

function differentValues({ model }: Config, { commands, responses }: SecondReading): Disagreement[] {
  if (commands.length !== model.commands.length || responses.length !== model.responses.length) {
    const seen = `${commands.length} commands and ${responses.length} responses`;
    const ours = `${model.commands.length} and ${model.responses.length}`;
    return [
      { kind: 'other-blocks', line: null, message: `XML tools see ${seen}, Wazuh sees ${ours}.`, tools: EVERY_TOOL },
    ];
  }
  return [
    ...model.commands.flatMap((block, at) =>
      COMMAND_VALUES.flatMap(([tag, key]) => otherValue(block, tag, block[key], commands[at])),
    ),
    ...model.responses.flatMap((block, at) =>
      RESPONSE_VALUES.flatMap(([tag, key]) => otherValue(block, tag, block[key], responses[at])),
    ),
  ];
}

function otherValue(
  { line }: CommandBlock | ResponseBlock,
  tag: string,
  ours: string | null,
  block: SecondBlock | undefined,
): Disagreement[] {
  const theirs = block?.[tag] ?? null;
  if (theirs === ours) return [];
  const say = (value: string | null) => (value === null ? 'nothing' : `“${value}”`);
  const message = `${tag}: XML tools read ${say(theirs)}, Wazuh reads ${say(ours)}.`;
  return [{ kind: 'other-value', line, message, tools: EVERY_TOOL }];
}
