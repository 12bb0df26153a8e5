/*
 * The process that owns the index: reads the manager's files at low priority and answers the server's questions. Ends with the
 * server. What it cannot survive ends it; the server starts it again.
 */
import { execFile } from 'node:child_process';
import { setPriority } from 'node:os';
import type { ManagerFailure } from '../../../manager/manager.ts';
import type { Engine, EngineOptions } from '../engine.ts';
import type { FromChild, ToChild } from './protocol.ts';

const LOOK_MS = 1000;
const NICE = 5;
/** Another process that is about to end may still have the index. */
const TAKEN_TRIES = 12;
const TAKEN_MS = 250;
/** The index said what cannot be: it is made anew at the next start. */
const DAMAGED = /corrupt|checksum|deserializ|invalid (?:block|page)|fatal error|internal error/i;
/** Not the index's fault, whatever DuckDB makes of it. */
const NO_ROOM = /no space left|quota|file too large|could not write/i;

// Alerts say who works where: what this process writes is for nobody else.
process.umask(0o077);

let opening: Promise<Engine | null> | null = null;

const say = (message: FromChild): void => {
  if (process.connected) process.send?.(message);
};

function endWith(failure: ManagerFailure, code: number): void {
  const end = () => process.exit(code);
  if (process.connected) process.send?.({ kind: 'ending', failure } satisfies FromChild, undefined, undefined, end);
  else end();
}

process.on('message', (message: ToChild) => {
  void hear(message).catch((thrown: unknown) => fail(thrown));
});
process.on('disconnect', () => process.exit(0));
// The server decides: a Ctrl+C in its terminal reaches this process too.
process.on('SIGINT', () => {});

async function hear(message: ToChild): Promise<void> {
  if (message.kind === 'open') {
    opening ??= open(message.options);
    return;
  }
  const engine = await opening;
  if (!engine) return;
  if (message.kind === 'ask') {
    const ask = engine[message.question] as (argument: unknown) => Promise<unknown>;
    say({ kind: 'answer', number: message.number, value: await ask(message.argument) });
  } else if (message.kind === 'close') {
    await engine.close();
    process.exit(0);
  } else await engine[message.kind]();
}

async function open(options: EngineOptions): Promise<Engine | null> {
  yieldToOthers();
  directory = options.directory;
  const engine = await openWhenFree(options);
  if (engine === null) return null;
  say({ kind: 'opened' });
  const look = () => void engine.pass().then(() => setTimeout(look, LOOK_MS), fail);
  look();
  return engine;
}

async function openWhenFree(options: EngineOptions): Promise<Engine | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      // Here and not above: without DuckDB for this system there is still an answer.
      const { openEngine } = await import('../engine.ts');
      return await openEngine(options);
    } catch (thrown) {
      const isTaken = (thrown as Error).constructor.name === 'IndexTaken';
      if (isTaken && tries < TAKEN_TRIES) {
        await new Promise((resolve) => setTimeout(resolve, TAKEN_MS));
        continue;
      }
      endWith(isTaken ? taken(options.directory) : cannotOpen(thrown, options.directory), 0);
      return null;
    }
  }
}

const taken = (directory: string) => ({
  code: 'alert-index-taken',
  message: 'Another Riposte keeps the alert history in the same folder.',
  hint: `Stop the other one, or give this one another RIPOSTE_STATE_DIR. The folder is ${directory}.`,
});

const cannotOpen = (thrown: unknown, directory: string) => ({
  code: 'alert-index-not-opened',
  message: 'The alert history cannot be opened on this system.',
  hint: `${directory}: ${firstLine(thrown)}`,
});

const cannotGoOn = (thrown: unknown) => ({
  code: 'alert-index-failed',
  message: NO_ROOM.test(String(thrown))
    ? 'There is no room for the alert history.'
    : 'The process that keeps the alert history could not go on.',
  hint: `It starts anew by itself, and what it had read is kept. ${firstLine(thrown)}`,
});

const firstLine = (thrown: unknown): string => (String(thrown).split('\n')[0] ?? '').slice(0, 300);

/** The manager comes first. Not last of all: a person waits for the answers. */
function yieldToOthers(): void {
  try {
    setPriority(0, NICE);
  } catch {
    // Then it runs as everything else does.
  }
  execFile('ionice', ['-c', '2', '-n', '7', '-p', String(process.pid)], () => {});
}

let directory: string | null = null;

async function fail(thrown: unknown): Promise<void> {
  process.stderr.write(
    `${JSON.stringify({ level: 'error', event: 'alert-index-failed', message: firstLine(thrown) })}\n`,
  );
  if (directory !== null && DAMAGED.test(String(thrown)) && !NO_ROOM.test(String(thrown))) {
    const { removeIndex } = await import('../store/open-index.ts');
    removeIndex(directory);
  }
  endWith(cannotGoOn(thrown), 1);
}
