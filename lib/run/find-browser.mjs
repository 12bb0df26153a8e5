// Owns finding a Chromium that is already here. Installs nothing.
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of RIPOSTE_CHROMIUM, else of a browser on PATH, else of Playwright's own; undefined when there is none. */
export function findBrowser(env = process.env) {
  return env.RIPOSTE_CHROMIUM || findOnPath(NAMES, env.PATH) || findPlaywrightBrowser();
}

/** The first of `names` that can be run from a folder in `path`. */
export function findOnPath(names, path = '') {
  const dirs = path.split(delimiter).filter(Boolean);
  return names.flatMap((name) => dirs.map((dir) => join(dir, name))).find(isRunnable);
}

function findPlaywrightBrowser() {
  const path = createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
