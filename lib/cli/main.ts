/*
 * The `riposte` command line: npm run --silent riposte -- <verb> [arguments]. Owns nothing but the process: arguments in,
 * exit code out. What a verb does stands in its own file.
 */
import { processIo } from './io.ts';
import { runCli } from './run-cli.ts';

// Whoever closes the pipe early (head) has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

process.exitCode = await runCli(process.argv.slice(2), processIo);
