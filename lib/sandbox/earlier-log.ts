/*
 * Owns what the sandbox's logs say from before its first start: a good start yesterday, some responses since.
 * Later lines are the control program's.
 */
import { formatLogTime } from './control/manager-log.ts';

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

/** Lines of logs/active-responses.log: one run on the manager itself. */
export function renderEarlierResponses(now: number): string {
  const time = formatLogTime(new Date(now - 3600 * 1000));
  const program = `${time} active-response/bin/slack-notify.py`;
  return `${program}: Starting\n${program}: Ended\n`;
}
