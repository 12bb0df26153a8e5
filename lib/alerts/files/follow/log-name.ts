/*
 * Owns how the manager names its files of alerts (wazuh-facts §5.4): YYYY/Mon/ossec-alerts-DD.json, -001 and so on behind it
 * when a day has several, .gz when the day is over. Pure.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FILE = /^ossec-alerts-(\d\d)(-\d{3})?\.json(\.gz)?$/;
const DAY = 86_400_000;

export const ACTIVE_NAME = 'alerts.json';

/** "2026/Jul", which months are read; null for any other folder. */
export function monthOf(year: string, month: string): string | null {
  const number = MONTHS.indexOf(month) + 1;
  return /^\d{4}$/.test(year) && number > 0 ? `${year}-${String(number).padStart(2, '0')}` : null;
}

/** A file of a month's folder; `name` is that of the plain file. */
export function readLogName(folder: string, file: string): { name: string; isGz: boolean } | null {
  const [, day, part = '', gz] = FILE.exec(file) ?? [];
  return day === undefined ? null : { name: `${folder}/ossec-alerts-${day}${part}.json`, isGz: gz !== undefined };
}

/** "2026-07-20"; null for a log without a date. */
export function dayOf(name: string): string | null {
  const [year = '', month = '', file = ''] = name.split('/');
  const day = FILE.exec(file)?.[1];
  const inYear = monthOf(year, month);
  return day === undefined || inYear === null ? null : `${inYear}-${day}`;
}

/** Texts that sort as the files came: -001 is behind the file without a number. */
export const orderOf = (name: string): string =>
  `${dayOf(name) ?? '9999'}${FILE.exec(name.split('/')[2] ?? '')?.[2] ?? ''}`;

export const dayBefore = (now: number, days: number): string => new Date(now - days * DAY).toISOString().slice(0, 10);

/** The days that a moment may belong to, wherever the manager is. */
export const daysAround = (at: number): string[] => [at - DAY, at, at + DAY].map((each) => dayBefore(each, 0));
