import { expect, test } from 'vitest';
import { isBeforeJson } from './is-before-json.ts';

test.each([
  ['3.13.6', true],
  ['Wazuh v4.1.5', true],
  ['4.2.0', false],
  ['Wazuh v4.10.1', false],
  ['5.0', false],
  ['10.1', false],
  ['', false],
  ['unknown', false],
])('%j speaks the old message: %s', (version, expected) => expect(isBeforeJson(version)).toBe(expected));
