/* The answer of `check` for people. */
import { describeSeconds } from '../ossec/describe/describe-duration.ts';
import { describeLocation, describeTrigger } from '../ossec/describe/describe-response.ts';
import { toText } from '../ossec/describe/phrase.ts';
import type { Config } from '../ossec/index.ts';
import type { LoadedResponse } from '../ossec/model/verdict.ts';
import type { CheckAnswer } from './check-answer.ts';
import { alignColumns, countOf } from './text-layout.ts';

export function checkText(answer: CheckAnswer, config: Config): string {
  const { commands, execd, queues, findings } = answer;
  const { responses } = config.verdict;
  const said = [...answer.errors, ...answer.warnings, ...answer.infos];
  return [
    answer.file,
    `  ${verdictLine(answer, config)}`,
    ...said.map((line) => `  Wazuh says: ${line}`),
    ...(answer.accepted && responses.length > 0 ? [`  ${deliveryLine(queues, execd)}`] : []),
    ...section(
      'Commands',
      commands.map(({ name, executable, extraArgs, timeoutAllowed }) => [
        name,
        extraArgs ? `${executable} ${extraArgs}` : executable,
        timeoutAllowed ? 'can be undone' : 'no undo',
      ]),
    ),
    ...section(
      'Responses',
      responses.map((response) => responseRow(response, config)),
    ),
    ...section(
      'Findings',
      findings.map(({ severity, line, message }) => [severity, line === null ? '' : `line ${line}`, message]),
    ),
  ].join('\n');
}

function verdictLine({ accepted, xml, commands, responses }: CheckAnswer, { verdict }: Config): string {
  if (accepted) {
    return `Accepted: ${countOf(commands.length, 'command')}, ${countOf(responses.length, 'response')} in use.`;
  }
  if (!xml.ok) return `Refused: Wazuh can't read it; it gives up on line ${xml.line}.`;
  return verdict.crashes ? 'Refused: Wazuh would crash on it.' : 'Refused: Wazuh would not start with it.';
}

function deliveryLine(queues: CheckAnswer['queues'], execd: CheckAnswer['execd']): string {
  if (!execd.starts) return 'The manager’s executor would not start.';
  const manager = queues.local && !execd.disabled;
  if (manager && queues.remote) return 'Responses are sent to agents and to the manager itself.';
  if (queues.remote) return 'Responses are sent to agents, not to the manager itself.';
  return manager ? 'Responses are sent to the manager only.' : 'No response is sent anywhere.';
}

function responseRow(response: LoadedResponse, { model }: Config): string[] {
  const block = model.responses[response.block];
  const trigger = block ? toText(describeTrigger(block)) : '';
  return [
    response.command,
    block ? `on ${toText(describeLocation(block))}` : '',
    response.timeout > 0 ? `for ${describeSeconds(response.timeout)}` : 'no undo',
    trigger === '' ? 'never fires' : `when ${trigger}`,
  ];
}

const section = (title: string, rows: string[][]): string[] =>
  rows.length === 0 ? [] : ['', `  ${title}`, ...alignColumns(rows).map((line) => `    ${line}`)];
