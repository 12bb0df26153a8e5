import { expect, test } from 'vitest';
import { isNodeSupported } from './ensure-node.mjs';

test.each([
  ['v18.20.8', false],
  ['v20.20.2', false],
  ['v22.11.0', false],
  ['v22.12.0', true],
  ['v22.9.0', false],
  ['v23.0.0', true],
  ['v24.21.0', true],
  ['v26.0.0-nightly20260101', true],
])('Node %s is good enough: %s', (version, isGood) => {
  expect(isNodeSupported(version)).toBe(isGood);
});
