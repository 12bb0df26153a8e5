/* Which systems a program can run on: stock ones are known, the others are judged by the end of their name. */
import type { AgentFacts } from '../finding.ts';
import { type System, stockKindOf } from '../stock-commands.ts';

const NOT_WINDOWS: readonly System[] = ['linux', 'macos', 'unix'];

/** The systems an executable fits. Windows starts .exe, .bat and .cmd files only. */
export function systemsOf(executable: string): readonly System[] {
  const stock = stockKindOf(executable);
  if (stock) return stock.systems;
  return /\.(exe|bat|cmd|ps1|vbs)$/i.test(executable) ? ['windows'] : NOT_WINDOWS;
}

export const isForWindows = (executable: string): boolean => systemsOf(executable).includes('windows');

/** An agent whose system is unknown gets the benefit of the doubt. */
export const fits = (executable: string, { system }: AgentFacts): boolean =>
  system === 'unknown' || systemsOf(executable).includes(system);

const NAMES: Record<AgentFacts['system'], string> = {
  linux: 'Linux',
  windows: 'Windows',
  macos: 'macOS',
  unix: 'Unix',
  unknown: 'an unknown system',
};

export const systemName = (system: AgentFacts['system']): string => NAMES[system];
