/* Owns the table of verbs, the arguments they share, and the exit codes: 0 accepted, 1 refused, 2 the call was wrong. */
import { parseArgs } from 'node:util';
import { auditVerb } from './audit.ts';
import { backupVerb } from './backup.ts';
import { bindVerb } from './bind.ts';
import { checkVerb } from './check.ts';
import { diffVerb } from './diff.ts';
import { historyVerb } from './history.ts';
import { type Io, UsageError } from './io.ts';
import { planVerb } from './plan.ts';
import { signInLinkVerb } from './sign-in-link.ts';

export type Options = {
  json: boolean;
  diff: boolean;
  out: string | null;
  head: string | null;
  patches: string | null;
  git: string | null;
};
export type ExitCode = 0 | 1 | 2;
/** `files` are the arguments behind the verb. */
export type Verb = (files: string[], options: Options, io: Io) => Promise<ExitCode>;

const VERBS: Readonly<Record<string, { run: Verb; files: [least: number, most: number]; flags: string[] }>> = {
  check: { run: checkVerb, files: [1, Number.POSITIVE_INFINITY], flags: ['json'] },
  bind: { run: bindVerb, files: [2, 2], flags: ['json'] },
  plan: { run: planVerb, files: [2, 2], flags: ['json', 'diff', 'out'] },
  diff: { run: diffVerb, files: [2, 2], flags: ['json'] },
  audit: { run: auditVerb, files: [1, 1], flags: ['json', 'head'] },
  history: { run: historyVerb, files: [1, 1], flags: ['patches', 'git'] },
  backup: { run: backupVerb, files: [1, 1], flags: [] },
  'sign-in-link': { run: signInLinkVerb, files: [0, 1], flags: [] },
};

export const USAGE = `Usage: riposte <verb> [arguments]

  check FILE... [--json]                               What Wazuh would make of the file
  bind FILE RULES.json [--json]                        Which rules set off which response
  plan FILE CHANGES.json [--json | --diff] [--out F]   Plan edits; writes nothing but --out
  diff FILE1 FILE2 [--json]                            What changed, in sentences
  audit verify [--head HASH] [--json]                  Is the audit log what was written
  audit export                                         The audit log as JSON lines
  history export --patches FILE | --git FILE           Every version, for git am or git fast-import
  backup FILE                                          A copy of Riposte's database, while it runs
  sign-in-link [LOGIN]                                 A one-time link: to set up, or for a new password

Exit codes: 0 accepted, 1 Wazuh would refuse the file, a plan was refused or the log is not whole, 2 the call was wrong.`;

export async function runCli(args: string[], io: Io): Promise<ExitCode> {
  try {
    const { verb, files, options } = readArguments(args);
    if (verb === null) {
      io.answer(USAGE);
      return 0;
    }
    return await verb(files, options, io);
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    io.say(thrown.message);
    return 2;
  }
}

function readArguments(args: string[]): { verb: Verb | null; files: string[]; options: Options } {
  const { values, positionals } = parse(args);
  const { json = false, diff = false, out = null, head = null, patches = null, git = null } = values;
  const options: Options = { json, diff, out, head, patches, git };
  if (values.help) return { verb: null, files: [], options };
  const [name, ...files] = positionals;
  const verb = name === undefined || !Object.hasOwn(VERBS, name) ? undefined : VERBS[name];
  if (!verb) throw new UsageError(name === undefined ? USAGE : `There is no verb ${name}.\n\n${USAGE}`);
  const [least, most] = verb.files;
  if (files.length < least || files.length > most) throw new UsageError(`${name}: wrong number of files.\n\n${USAGE}`);
  const odd = Object.keys(values).find((flag) => !verb.flags.includes(flag));
  if (odd) throw new UsageError(`${name} has no option --${odd}.\n\n${USAGE}`);
  if (options.json && options.diff) throw new UsageError('Give either --json or --diff.');
  return { verb: verb.run, files, options };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        diff: { type: 'boolean' },
        out: { type: 'string' },
        head: { type: 'string' },
        patches: { type: 'string' },
        git: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (thrown) {
    throw new UsageError(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n${USAGE}`);
  }
}
