// Owns `node lib/run/run.mjs <task> [args]`, which every npm script calls: a good Node first, then the task.
// Must parse under Node 18 and needs nothing installed.
import { fileURLToPath } from 'node:url';
import { ensureNode } from './ensure-node.mjs';
import { Failure } from './failure.mjs';
import { say } from './say.mjs';
import { listenForStop } from './stop-signal.mjs';

async function run(args) {
  const again = await ensureNode(fileURLToPath(import.meta.url), args);
  if (again !== undefined) return again;
  const { tasks } = await import('./tasks.mjs');
  const [name = '', ...rest] = args;
  if (!Object.hasOwn(tasks, name)) throw new Failure(`Usage: npm run <task>, one of ${Object.keys(tasks).join(', ')}`);
  return tasks[name](rest);
}

// A NODE_ENV from outside would build or test the wrong flavour; each tool sets its own.
delete process.env.NODE_ENV;
listenForStop();
run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    if (!(error instanceof Failure)) say(error.stack);
    else if (error.message) say(error.message);
    process.exit(error.exitCode ?? 1);
  },
);
