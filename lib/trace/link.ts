/* Small words to make a link with. */
import type { TraceLink } from './trace.ts';

/** A link before it has its name. */
export type Said = Omit<TraceLink, 'id'>;

type More = { line?: number | null; fix?: string; href?: string; command?: string };

const say =
  (state: Said['state']) =>
  (evidence: string, { line = null, fix, href = undefined, command }: More = {}): Said => ({
    ...{ state, evidence, line },
    fix: fix === undefined ? null : { words: fix, href: href ?? null, command: command ?? null },
  });

export const ok = say('ok');
export const bad = say('bad');
export const unknown = say('unknown');
export const waiting = say('waiting');
export const unreached = say('unreached');
