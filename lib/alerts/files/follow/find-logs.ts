/*
 * Finds the files of alerts that are there: what each is called, which of its names is to be read, and which one the manager
 * writes. Reads folders, and of files no more than tells two of them apart.
 */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzTextLength, HEAD_BYTES, readHead } from './log-head.ts';
import { ACTIVE_NAME, monthOf, orderOf, readLogName } from './log-name.ts';

const LINE_END = 10;

export type FoundLog = {
  name: string;
  path: string;
  isGz: boolean;
  /** Of the file as it is on the disk. */
  size: number;
  inode: string;
  changedAt: number;
  /** The manager appends to it. */
  isActive: boolean;
};

export type FoundLogs = { logs: FoundLog[]; unreadable: string[] };

/** The newest first. A plain file stands before its .gz, which may still be growing. */
export async function findLogs(directory: string): Promise<FoundLogs> {
  const unreadable: string[] = [];
  const found = new Map<string, FoundLog>();
  for (const folder of await months(directory, unreadable)) {
    for (const { name: file } of await list(join(directory, folder), unreadable)) {
      const read = readLogName(folder, file);
      if (read === null || (read.isGz && found.get(read.name)?.isGz === false)) continue;
      const log = await look(join(directory, folder, file), read);
      if (log !== null) found.set(read.name, log);
    }
  }
  const active = await findActive(directory);
  const logs = [...found.values()].sort((a, b) => (orderOf(a.name) < orderOf(b.name) ? 1 : -1));
  const linked = active && logs.find(({ inode, isGz }) => !isGz && inode === active.inode);
  if (linked) linked.isActive = true;
  else if (active) await addActive(logs, active);
  else {
    const newest = logs.find(({ isGz }) => !isGz);
    if (newest && newest === logs[0]) newest.isActive = true;
  }
  return { logs, unreadable };
}

/**
 * alerts.json is a file of its own where the day was compressed under it, or the folder was copied: of two files with the same
 * text only the longer one is read.
 */
async function addActive(logs: FoundLog[], active: FoundLog): Promise<void> {
  const [newest] = logs;
  const isTwin = newest !== undefined && (await beginsAs(newest, active).catch(() => false));
  if (newest === undefined || !isTwin) logs.unshift(active);
  else if ((newest.isGz ? await gzTextLength(newest.path) : newest.size) < active.size)
    logs[0] = { ...active, name: newest.name };
}

/** By one whole line at least: no two alerts have the same one. */
async function beginsAs(one: FoundLog, other: FoundLog): Promise<boolean> {
  const heads = await Promise.all([readHead(one), readHead(other)]);
  const length = Math.min(...heads.map((head) => head.length));
  const [first, second] = heads.map((head) => head.subarray(0, length)) as [Buffer, Buffer];
  return first.equals(second) && (length === HEAD_BYTES || first.includes(LINE_END));
}

/** alerts.json: another name of the day's file, as a rule. */
export const findActive = (directory: string): Promise<FoundLog | null> =>
  look(join(directory, ACTIVE_NAME), { name: ACTIVE_NAME, isGz: false }, true);

async function months(directory: string, unreadable: string[]): Promise<string[]> {
  const folders: string[] = [];
  for (const year of await list(directory, unreadable)) {
    if (!mayBeFolder(year) || !/^\d{4}$/.test(year.name)) continue;
    for (const month of await list(join(directory, year.name), unreadable))
      if (mayBeFolder(month) && monthOf(year.name, month.name) !== null) folders.push(`${year.name}/${month.name}`);
  }
  return folders;
}

/** Old years may live on another disk. */
const mayBeFolder = (found: Dirent): boolean => found.isDirectory() || found.isSymbolicLink();

async function list(path: string, unreadable: string[]): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') unreadable.push(path);
    return [];
  }
}

async function look(path: string, parts: { name: string; isGz: boolean }, isActive = false): Promise<FoundLog | null> {
  try {
    const { size, dev, ino, mtimeMs, isFile } = await stat(path, { bigint: true }).then((found) => ({
      ...{ size: Number(found.size), dev: found.dev, ino: found.ino, mtimeMs: Number(found.mtimeMs) },
      isFile: found.isFile(),
    }));
    return isFile ? { ...parts, path, size, inode: `${dev}:${ino}`, changedAt: mtimeMs, isActive } : null;
  } catch {
    return null;
  }
}
