import { expect, test } from 'vitest';
import { runtimeFlags, typeScriptFlags } from './type-script-flags.mjs';

const QUIET = '--disable-warning=ExperimentalWarning';
const SQLITE = '--experimental-sqlite';
const STRIP = '--experimental-strip-types';

test.each([
  ['v22.12.0', [STRIP, SQLITE, QUIET]],
  ['v22.13.0', [STRIP, QUIET]],
  ['v22.18.0', [QUIET]],
  ['v23.3.0', [STRIP, SQLITE, QUIET]],
  ['v23.5.0', [STRIP, QUIET]],
  ['v23.6.0', [QUIET]],
  ['v24.21.0', [QUIET]],
])('Node %s needs %j to run TypeScript', (version, flags) => {
  expect(typeScriptFlags(version)).toEqual(flags);
});

test('stripping types is no flag for Next, which compiles', () => {
  expect(runtimeFlags('v22.12.0')).toEqual([SQLITE, QUIET]);
});
