/*
 * Owns writing logs/ossec.log the way the daemons do, line by line with the time it happens.
 * Does not know what is worth saying.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type Level = 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';

export type ManagerLog = {
  /** Adds one line and returns it. */
  write(daemon: string, level: Level, text: string): string;
  /** Time passing between two lines; none in a fast sandbox. */
  wait(milliseconds: number): Promise<void>;
};

/** `pace` stretches or shortens the waits: 1 is lifelike, 0 does not wait. */
export function openManagerLog(directory: string, pace: number): ManagerLog {
  return {
    write(daemon, level, text) {
      const line = `${formatLogTime(new Date())} ${daemon}: ${level}: ${text}`;
      appendFileSync(join(directory, 'logs/ossec.log'), `${line}\n`, { mode: 0o660 });
      return line;
    },
    wait: async (milliseconds) => {
      if (pace > 0) await sleep(milliseconds * pace);
    },
  };
}

/** "2026/07/24 10:05:02", local time as in the real log. */
export function formatLogTime(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${time.getFullYear()}/${two(time.getMonth() + 1)}/${two(time.getDate())}`;
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
