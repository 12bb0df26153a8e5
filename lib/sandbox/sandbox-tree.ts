/*
 * Owns the files of a sandbox: which exist, with which content and mode (wazuh-facts §1.1).
 * Writes only what is missing; starts nothing.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderWrapper } from './control-wrapper.ts';
import { renderEarlierLog } from './earlier-log.ts';
import { type RuleFacts, readRuleFacts } from './read-rule-facts.ts';
import { renderClientKeys, writeAgentDatabase } from './sandbox-agents.ts';
import { sandboxHost } from './sandbox-host.ts';
import { sandboxScripts } from './sandbox-scripts.ts';
import { sandboxVersion } from './sandbox-version.ts';
import { writeAlerts } from './write-alerts.ts';

const folders: [path: string, mode: number][] = [
  ['.', 0o750],
  ['etc', 0o770],
  ['etc/rules', 0o770],
  ['etc/decoders', 0o770],
  ['etc/lists', 0o770],
  ['etc/shared', 0o770],
  ['etc/shared/default', 0o770],
  ['ruleset', 0o750],
  ['ruleset/rules', 0o750],
  ['bin', 0o750],
  ['active-response', 0o750],
  ['active-response/bin', 0o750],
  ['logs', 0o770],
  ['logs/alerts', 0o750],
  ['queue', 0o750],
  ['queue/db', 0o750],
  ['queue/alerts', 0o770],
  ['queue/sockets', 0o770],
  ['var', 0o750],
  ['var/run', 0o770],
];

const ownRules = fileURLToPath(new URL('./files/', import.meta.url));
const ruleFolders = ['ruleset/rules', 'etc/rules'];

/** Lays out the sandbox, `config` as its configuration. Existing files stay; alerts that ended more than a day ago go on. */
export function writeSandboxTree(directory: string, config: Uint8Array, now: number): void {
  for (const [path, mode] of folders) makeFolder(join(directory, path), mode);
  const put = (path: string, mode: number, content: () => string | Uint8Array) => {
    if (!existsSync(join(directory, path))) writeWithMode(join(directory, path), content(), mode);
  };
  put('etc/ossec.conf', 0o660, () => config);
  put('etc/client.keys', 0o640, () => renderClientKeys(randomBytes(16).toString('hex')));
  put('etc/local_internal_options.conf', 0o640, () => '# Own values of internal options, kept over upgrades.\n');
  put('etc/internal_options.conf', 0o640, () => 'execd.request_timeout=60\nanalysisd.debug=0\nremoted.debug=0\n');
  put('etc/shared/default/agent.conf', 0o660, () => '<agent_config>\n</agent_config>\n');
  put('VERSION.json', 0o440, () => `${JSON.stringify({ version: sandboxVersion.slice(1), stage: 'sandbox' })}\n`);
  put('etc/riposte-sandbox-host.json', 0o640, () => `${JSON.stringify(sandboxHost, null, 2)}\n`);
  put('logs/ossec.log', 0o660, () => renderEarlierLog(now));
  for (const { name, content, mode } of sandboxScripts) put(`active-response/bin/${name}`, mode, () => content);
  for (const folder of ruleFolders)
    for (const name of readdirSync(join(ownRules, folder)))
      put(`${folder}/${name}`, 0o640, () => readFileSync(join(ownRules, folder, name)));
  if (!existsSync(join(directory, 'queue/db/global.db')))
    writeAgentDatabase(join(directory, 'queue/db/global.db'), now);
  writeAlerts(directory, loadRules, now);
  // Always anew: Node or this project may have moved.
  writeWithMode(join(directory, 'bin/wazuh-control'), renderWrapper('control.ts', directory), 0o750);
}

/** bin/wazuh-analysisd, which Wazuh's own check runs; `present` false takes it away. */
export function writeAnalysisd(directory: string, present: boolean): void {
  const path = join(directory, 'bin/wazuh-analysisd');
  if (present) writeWithMode(path, renderWrapper('analysisd.ts', directory), 0o750);
  else rmSync(path, { force: true });
}

function loadRules(): RuleFacts[] {
  const files = ruleFolders.flatMap((folder) =>
    readdirSync(join(ownRules, folder)).map((name) => join(ownRules, folder, name)),
  );
  return files.flatMap((file) => readRuleFacts(readFileSync(file, 'utf8')));
}

function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
}

function writeWithMode(path: string, content: string | Uint8Array, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  chmodSync(path, mode);
}
