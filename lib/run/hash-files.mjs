// Owns one sum over files and folders, by path and content. Says nothing about when they were written.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Paths are relative to `root`; a missing one counts as absent. `isSkipped` gets each path with forward slashes. */
export function hashFiles(root, paths, isSkipped = () => false) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (isSkipped(path)) return;
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    } else if (stat?.isFile()) {
      const content = readFileSync(join(root, path));
      hash.update(`${path}\0${content.length}\0`).update(content);
    }
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}
