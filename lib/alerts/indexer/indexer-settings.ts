/*
 * What the environment says about the Wazuh indexer. Asks no indexer. Wrong settings are told with words; the password is in
 * none of them.
 */
import { readFileSync } from 'node:fs';

type Env = Readonly<Record<string, string | undefined>>;

export type IndexerSettings = {
  /** Its path ends without a slash. */
  url: URL;
  user: string;
  password: string;
  /** PEM of the authority that signed the indexer's certificate; null: those that Node trusts. */
  ca: string | null;
  /** Names or patterns of indices, with commas between. */
  index: string;
};

export type IndexerSetup =
  | { kind: 'off' }
  | { kind: 'on'; settings: IndexerSettings }
  | { kind: 'wrong'; problem: string };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const INDEX = /^[a-z0-9*][a-z0-9*._-]*(,[a-z0-9*][a-z0-9*._-]*)*$/;

class WrongSetting extends Error {}

export function readIndexerSetup(env: Env): IndexerSetup {
  const address = env.RIPOSTE_INDEXER_URL?.trim();
  if (!address) return { kind: 'off' };
  try {
    const index = env.RIPOSTE_INDEXER_INDEX?.trim() || 'wazuh-alerts-4.x-*';
    if (!INDEX.test(index)) throw new WrongSetting('RIPOSTE_INDEXER_INDEX is no name of an index.');
    return {
      kind: 'on',
      settings: { url: readUrl(address), ...readAccount(env), ca: readFileOf(env, 'RIPOSTE_INDEXER_CA_FILE'), index },
    };
  } catch (error) {
    if (error instanceof WrongSetting) return { kind: 'wrong', problem: error.message };
    throw error;
  }
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '')
    throw new WrongSetting('RIPOSTE_INDEXER_URL is no address. Give it as https://name:9200.');
  if (url.username + url.password !== '')
    throw new WrongSetting('RIPOSTE_INDEXER_URL holds a user. Name it in RIPOSTE_INDEXER_USER instead.');
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw new WrongSetting(
      'RIPOSTE_INDEXER_URL is not https. Only an indexer on this machine may be reached over http.',
    );
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

function readAccount(env: Env): { user: string; password: string } {
  const user = env.RIPOSTE_INDEXER_USER?.trim();
  if (!user || user.includes(':')) throw new WrongSetting('RIPOSTE_INDEXER_USER is not set, or holds a colon.');
  const password = readFileOf(env, 'RIPOSTE_INDEXER_PASSWORD_FILE')?.replace(/\r?\n$/, '');
  const given = password ?? env.RIPOSTE_INDEXER_PASSWORD;
  if (!given) throw new WrongSetting('RIPOSTE_INDEXER_PASSWORD_FILE is not set, or the file is empty.');
  return { user, password: given };
}

function readFileOf(env: Env, name: string): string | null {
  const path = env[name]?.trim();
  if (!path) return null;
  try {
    return readFileSync(/*turbopackIgnore: true*/ path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new WrongSetting(`${name}: the file could not be read (${code}).`);
  }
}
