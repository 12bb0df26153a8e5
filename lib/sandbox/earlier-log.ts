/*
 * Owns what the sandbox's logs say from before its first start: a good start yesterday, some responses since.
 * Later lines are the control program's.
 */
import { formatLogTime } from './control/manager-log.ts';
import { givesUp, isStateful } from './sandbox-responses.ts';

/** Lines of logs/ossec.log of a start one day before `now`. */
export function renderEarlierLog(now: number): string {
  const lines: [seconds: number, daemon: string, text: string][] = [
    [0, 'authd', 'Started (pid: 1411).'],
    [0, 'authd', 'Accepting connections on port 1515. No password required.'],
    [1, 'db', 'Started (pid: 1429).'],
    [1, 'execd', 'Started (pid: 1454).'],
    [3, 'analysisd', "Total rules enabled: '156'"],
    [3, 'analysisd', 'Started (pid: 1470).'],
    [4, 'syscheckd', 'Started (pid: 1523).'],
    [5, 'remoted', 'Started (pid: 1545). Listening on port 1514/TCP (secure).'],
    [6, 'analysisd', "Connected to 'queue/alerts/ar' (active-response queue)"],
    [6, 'analysisd', "Connected to 'queue/alerts/execq' (exec queue)"],
    [6, 'logcollector', 'Started (pid: 1587).'],
    [7, 'monitord', 'Started (pid: 1610).'],
    [8, 'modulesd', 'Started (pid: 1633).'],
  ];
  const started = now - 24 * 3600 * 1000;
  const time = (seconds: number) => formatLogTime(new Date(started + seconds * 1000));
  return lines.map(([seconds, daemon, text]) => `${time(seconds)} wazuh-${daemon}: INFO: ${text}\n`).join('');
}

type Message = { command: string; parameters: { program: string; alert: { data?: Record<string, string> } } };
type Report = { timestamp: string; agent: { id: string }; data: Message };

/** Lines of logs/active-responses.log: what ran on the manager itself, as its alerts have it (wazuh-facts §4.5). */
export function renderEarlierResponses(alerts: string): string {
  const isOwn = (line: string) => line.includes('"agent":{"id":"000"') && line.includes('"active-response/bin/');
  return alerts
    .split('\n')
    .filter(isOwn)
    .flatMap((line) => renderRun(JSON.parse(line)))
    .join('');
}

function renderRun({ timestamp, data: message }: Report): string[] {
  const { program, alert } = message.parameters;
  const script = program.split('/').at(-1) ?? '';
  const start = `${formatLogTime(new Date(timestamp.replace('+0000', 'Z')))} ${program}: `;
  const say = (text: string) => `${start}${text}\n`;
  const given = [say('Starting'), `${say(JSON.stringify(message))}\n`];
  if (givesUp(script, alert.data)) return [...given, say("Cannot read 'srcip' from data or invalid IP format")];
  if (message.command === 'delete' || !alert.data?.srcip || !isStateful(script)) return [...given, say('Ended')];
  const asked = { version: 1, origin: { name: script, module: 'active-response' }, command: 'check_keys' };
  const answer = { version: 1, origin: { name: 'node01', module: 'wazuh-execd' }, command: 'continue', parameters: {} };
  const keys = { ...asked, parameters: { keys: [alert.data.srcip] } };
  return [...given, say(JSON.stringify(keys)), `${say(JSON.stringify(answer))}\n`, say('Ended')];
}
