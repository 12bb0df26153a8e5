import { expect, test } from 'vitest';
import type { Change } from '../ossec/edit/change.ts';
import { keyOfChange } from './find-response.ts';

const keyed = (change: Partial<Change>) => keyOfChange({ id: 'a1', change: change as Change });

test('a change names the response that it leaves in force', () => {
  expect(keyed({ op: 'add-response' })).toBe('d-a1');
  expect(keyed({ op: 'edit-response', index: 3 })).toBe('r3');
  expect(keyed({ op: 'enable-response', commented: 0 })).toBe('c0');
  expect(keyed({ op: 'remove-response', index: 3 })).toBeNull();
  expect(keyed({ op: 'disable-response', index: 3 })).toBeNull();
  expect(keyed({ op: 'add-command' })).toBeNull();
});
