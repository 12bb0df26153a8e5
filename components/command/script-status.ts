import type { FormScript } from '@/lib/forms/response-form-data';
import { stockCommandOf } from '@/lib/ossec/findings/stock-commands';

/** Can the manager run this file here? `elsewhere`: it belongs on agents of another system. */
export type ScriptStatus =
  | { kind: 'ready' | 'elsewhere' | 'missing' | 'unknown' | 'none' }
  | { kind: 'not-executable' | 'world-writable'; script: FormScript };

export function scriptStatus(executable: string, scripts: readonly FormScript[] | null): ScriptStatus {
  if (executable === '') return { kind: 'none' };
  const script = scripts?.find(({ name }) => name === executable);
  if (script && !script.executable) return { kind: 'not-executable', script };
  if (script?.worldWritable) return { kind: 'world-writable', script };
  if (script) return { kind: 'ready' };
  const stock = stockCommandOf(executable);
  if (/\.(exe|bat|cmd)$/i.test(executable) || (stock && !stock.systems.includes('linux'))) return { kind: 'elsewhere' };
  return { kind: scripts === null ? 'unknown' : 'missing' };
}

/** "0644" */
export const modeText = (mode: number): string => (mode & 0o7777).toString(8).padStart(4, '0');

/** The lines that make the file one that Wazuh can run and nobody else can change. */
export const fixLines = (scriptsPath: string, name: string): string =>
  `cd ${quoted(scriptsPath)}\nchmod 750 ${quoted(name)} && chown root:wazuh ${quoted(name)}`;

/** For a shell: bare where nothing can be misread. */
const quoted = (text: string): string =>
  /^[\w./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
