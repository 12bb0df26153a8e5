// Owns there being a Chromium for the tests: one that is here, else Debian's, else Playwright's. Leaves its path in
// RIPOSTE_CHROMIUM, where playwright.config.ts and every script read it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { findBrowser } from './find-browser.mjs';
import { projectDir } from './project-dir.mjs';
import { runQuietly } from './run-child.mjs';
import { say } from './say.mjs';

export async function ensureBrowser() {
  const path = findBrowser() ?? (await installFromDebian()) ?? (await installFromPlaywright());
  if (!path || !existsSync(path)) {
    throw new Failure(
      path
        ? `RIPOSTE_CHROMIUM names ${path}, which does not exist.`
        : 'The browser tests need Chromium. Install it (Debian: apt-get install chromium), or set RIPOSTE_CHROMIUM to its path.',
    );
  }
  process.env.RIPOSTE_CHROMIUM = path;
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  say('Installing Chromium with apt-get (once, about a minute)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // An index that cannot be refreshed may still be good enough, so the outcome of `update` does not decide.
  await runQuietly('apt-get', ['update'], { env });
  await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  return findBrowser();
}

async function installFromPlaywright() {
  say("Installing Playwright's Chromium (once, about a minute)");
  const script = join(projectDir, 'node_modules', '@playwright', 'test', 'cli.js');
  await runQuietly(process.execPath, [script, 'install', 'chromium']);
  return findBrowser();
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
