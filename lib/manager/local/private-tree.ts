/*
 * Owns a private, short-lived copy of the part of an installation that wazuh-analysisd reads, without keys and passwords.
 * Only reads the live tree. Does not know what is done with the copy.
 */
import { constants, type Stats } from 'node:fs';
import { chmod, chown, copyFile, lstat, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'riposte-check-';
const leftoverAfterMilliseconds = 3600 * 1000;
const maxBytes = 512 * 1024 * 1024;
const maxFiles = 50_000;
const maxDepth = 16;

/** Thrown when the copy would be unreasonably large; a file error otherwise. */
export class TreeTooLarge extends Error {}

/** analysisd changes its root to the copy and its user to wazuh: what it writes to must be there, with the live rights. */
const emptyFolders = [
  ...['etc/shared', 'logs', 'logs/alerts', 'logs/archives', 'logs/firewall', 'queue', 'queue/alerts', 'queue/sockets'],
  ...['queue/db', 'queue/fts', 'queue/diff', 'stats', 'tmp', 'var', 'var/run'],
];
const copiedFolders = ['etc', 'ruleset'];

/** Nothing of this is needed to read a configuration, and most of it is secret or large. */
const leftOut = (path: string) =>
  path === 'etc/shared' || /^etc\/(ossec\.conf.*|client\.keys.*|authd\.pass|.*\.(key|pem|cert|crt|backup))$/.test(path);

/** Makes the copy, hands its root to `use`, and removes it whatever happens. */
export async function withPrivateTree<T>(directory: string, use: (tree: string) => Promise<T>): Promise<T> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), prefix)); // 0700: nobody else looks in
  try {
    const tree = join(folder, 'tree');
    const copy = { from: directory, to: tree, bytes: 0, files: 0 };
    await makeFolder(copy, '', await stat(directory));
    for (const path of copiedFolders) await copyFolder(copy, path, 0);
    for (const path of emptyFolders) {
      const found = await stat(join(directory, path)).catch(() => null);
      if (found?.isDirectory()) await makeFolder(copy, path, found);
    }
    await makeEmptyLog(copy);
    return await use(tree);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes one file of the copy with the rights that the live file has, or 0660 without one. */
export async function putIntoTree(directory: string, tree: string, file: { path: string; bytes: Uint8Array }) {
  await writeFile(join(tree, file.path), file.bytes, { mode: 0o600 });
  const live = await stat(join(directory, file.path)).catch(() => null);
  await keepRights(join(tree, file.path), live, 0o660);
}

type Copy = { from: string; to: string; bytes: number; files: number };

async function copyFolder(copy: Copy, path: string, depth: number): Promise<void> {
  const found = await stat(join(copy.from, path)).catch(() => null);
  if (!found?.isDirectory()) return;
  if (depth > maxDepth) throw new TreeTooLarge();
  await makeFolder(copy, path, found);
  for (const name of await readdir(join(copy.from, path))) {
    const inner = `${path}/${name}`;
    // Links are followed: the copy has the content. Sockets, pipes and broken links are of no use to a check.
    const entry = leftOut(inner) ? null : await stat(join(copy.from, inner)).catch(() => null);
    if (entry?.isDirectory()) await copyFolder(copy, inner, depth + 1);
    else if (entry?.isFile()) await copyOne(copy, inner, entry);
  }
}

async function copyOne(copy: Copy, path: string, found: Stats): Promise<void> {
  copy.bytes += found.size;
  copy.files += 1;
  if (copy.bytes > maxBytes || copy.files > maxFiles) throw new TreeTooLarge();
  const to = join(copy.to, path);
  await copyFile(join(copy.from, path), to, constants.COPYFILE_FICLONE);
  await keepRights(to, found, 0o640);
  // Lists are compiled again when the text is newer than its compiled form.
  await utimes(to, found.atime, found.mtime);
}

async function makeFolder(copy: Copy, path: string, found: Stats): Promise<void> {
  await mkdir(join(copy.to, path), { recursive: true, mode: 0o700 });
  await keepRights(join(copy.to, path), found, 0o750);
}

async function makeEmptyLog(copy: Copy): Promise<void> {
  const live = await stat(join(copy.from, 'logs/ossec.log')).catch(() => null);
  await mkdir(join(copy.to, 'logs'), { recursive: true });
  await writeFile(join(copy.to, 'logs/ossec.log'), '');
  await keepRights(join(copy.to, 'logs/ossec.log'), live, 0o660);
}

/** Owner and group only as root; an ordinary user must at least be able to use and remove its own copy. */
async function keepRights(path: string, live: Stats | null, mode: number): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && live) await chown(path, live.uid, live.gid);
  await chmod(path, ((live?.mode ?? mode) & 0o777) | (isRoot ? 0 : live?.isDirectory() ? 0o700 : 0o600));
}

/** What a check that was killed left behind. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    const found = await lstat(path).catch(() => null);
    const isOurs = found?.isDirectory() && found.uid === process.getuid?.();
    if (found && isOurs && Date.now() - found.mtimeMs > leftoverAfterMilliseconds)
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
