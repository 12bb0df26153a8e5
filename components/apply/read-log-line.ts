/* A line of the manager's log in its parts: "2026/11/18 14:33:01 wazuh-analysisd: INFO: Started (pid: 24843)." */

export type LogParts = { time: string | null; daemon: string | null; level: string | null; text: string };

const LINE =
  /^\d{4}\/\d\d\/\d\d (\d\d:\d\d:\d\d) (?:wazuh|ossec)-([\w-]+(?::[\w.-]+)?)(?:\[[^\]]*\])?: (?:(DEBUG|INFO|WARNING|ERROR|CRITICAL): )?([\s\S]*)$/;

/** Its parts; a line of another form is all text. */
export function readLogLine(line: string): LogParts {
  const found = LINE.exec(line);
  if (!found) return { time: null, daemon: null, level: null, text: line };
  const [, time = null, daemon = null, level = null, text = ''] = found;
  return { time, daemon, level, text };
}

export const isProblem = ({ level }: LogParts): boolean => level === 'ERROR' || level === 'CRITICAL';
