import { expect, test } from 'vitest';
import { share } from './limit-notes';

test('a share is never nothing or all when it is neither', () => {
  expect([share(1, 1000), share(999, 1000), share(12, 100), share(5, 5)]).toEqual(['1 %', '99 %', '12 %', '100 %']);
});
