// Owns preparing the sandbox that the page benchmark works on. A program of its own, because the sandbox is TypeScript
// and an older Node needs flags for that: `bench-sandbox.mjs <dir> [responses]`.
import { prepareSandbox } from '../sandbox/prepare.ts';
import { benchConfig } from './bench-config.mjs';

const [directory, count] = process.argv.slice(2);
const prepared = await prepareSandbox(directory, { fast: true, config: Buffer.from(benchConfig(Number(count))) });
if (!prepared.ok) {
  console.error(prepared.failure.message);
  process.exitCode = 1;
}
