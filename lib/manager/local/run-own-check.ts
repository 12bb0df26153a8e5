/*
 * Owns asking Wazuh itself about a candidate configuration without touching the live tree: `wazuh-analysisd -t` in a
 * private copy. In the live tree the same call would rewrite etc/shared/ar.conf, which all agents get (wazuh-facts §5.2).
 */
import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ManagerIdentity, OwnCheck } from '../manager.ts';
import { currentUser, errnoOf } from './describe-file-failure.ts';
import { putIntoTree, TreeTooLarge, withPrivateTree } from './private-tree.ts';
import { runProgram } from './run-program.ts';

export type CheckRequest = {
  directory: string;
  identity: Pick<ManagerIdentity, 'flavour' | 'version'>;
  bytes: Uint8Array;
  timeoutSeconds?: number;
};

const configPath = 'etc/ossec.conf';
const maxLines = 40;

/**
 * What Wazuh says of `bytes`. 'not-run' when it can't be asked without harm, or when it says the same of the file that is
 * on disk now: then the copy, or the installation, is what it complains about.
 */
export async function runOwnCheck(request: CheckRequest): Promise<OwnCheck> {
  const { directory, identity } = request;
  const program = join(directory, 'bin', `${identity.flavour}-analysisd`);
  const why = explainUnsafe(identity) ?? (await explainNotRunnable(program));
  if (why) return { kind: 'not-run', why };
  try {
    return await withPrivateTree(directory, (tree) => checkTwice(request, { program, tree }));
  } catch (error) {
    if (error instanceof TreeTooLarge)
      return notRun('The rules and lists of the manager are too large to copy (512 MB, 50,000 files).');
    return notRun(`The private copy that it needs could not be made. The system answered ${errnoOf(error)}.`);
  }
}

/**
 * OSSEC and Wazuh before 4.2 have the path of ar.conf compiled in: they would write the live one, wherever they are told
 * to work.
 */
function explainUnsafe({ flavour, version }: CheckRequest['identity']): string | null {
  if (flavour === 'ossec') return 'OSSEC writes to the live ar.conf when it checks a file, wherever that file is.';
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  if (major > 4 || (major === 4 && minor >= 2)) return null;
  const name = version ? `Wazuh ${version}` : 'A Wazuh of unknown version';
  return `${name} may write to the live ar.conf when it checks a file. From 4.2 on it does not.`;
}

async function explainNotRunnable(program: string): Promise<string | null> {
  try {
    await access(program, constants.X_OK);
    return null;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return `There is no ${program}.`;
    // No sudo rule is offered for this: a program that runs as root over files of another user is a way to become root.
    return `Only root can run ${program}, and Riposte runs as ${currentUser()}.`;
  }
}

type Place = { program: string; tree: string };
type Run = { accepted: boolean; timedOut: boolean; lines: string[] };

async function checkTwice(request: CheckRequest, place: Place): Promise<OwnCheck> {
  const candidate = await checkOnce(request, place, request.bytes);
  if (candidate.timedOut) return notRun(`${place.program} did not end in time.`);
  if (candidate.accepted) return { kind: 'accepted', program: place.program };
  const now = await readFile(join(request.directory, configPath)).catch(() => null);
  const current = now && (await checkOnce(request, place, now));
  if (current && !current.accepted && current.lines.join('\n') === candidate.lines.join('\n')) {
    const first = candidate.lines[0] ?? 'nothing';
    return notRun(`It says the same of the file that is on disk now: ${first.replace(/\.?$/, '.')}`);
  }
  return { kind: 'refused', program: place.program, lines: candidate.lines };
}

async function checkOnce({ directory, timeoutSeconds = 60 }: CheckRequest, place: Place, bytes: Uint8Array) {
  await putIntoTree(directory, place.tree, { path: configPath, bytes });
  const args = ['-t', '-D', place.tree, '-c', configPath];
  const run: Run = { accepted: false, timedOut: false, lines: [] };
  for await (const event of runProgram({ file: place.program, args }, { timeoutSeconds })) {
    if (event.kind === 'output') {
      if (run.lines.length < maxLines && /\b(ERROR|CRITICAL)\b|^Cannot run /.test(event.line))
        run.lines.push(cleanLine(event.line, place.tree));
      continue;
    }
    run.accepted = event.code === 0;
    run.timedOut = event.timedOut;
    if (!run.accepted && run.lines.length === 0) run.lines.push(describeEnd(event));
  }
  return run;
}

/** Without the time, which differs from run to run, and without the place of the copy. */
function cleanLine(line: string, tree: string): string {
  const text = line.replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /, '');
  return text.replaceAll(`${tree}/`, '').replaceAll(tree, '').trimEnd();
}

function describeEnd({ code, signal }: { code: number | null; signal: string | null }): string {
  return signal ? `It was ended by ${signal} without a word.` : `It ended with code ${code} without a word.`;
}

const notRun = (why: string): OwnCheck => ({ kind: 'not-run', why });
