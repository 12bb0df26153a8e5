// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FindingsList } from './findings-list';

afterEach(cleanup);

test('where checks need rules that were not looked at, it says so', () => {
  render(<FindingsList findings={[]} needRules />);
  expect(screen.queryByText(/Nothing to say/)).toBeNull();
  expect(screen.getByText('Nothing so far. Checks that need the rules run on Review changes.')).toBeDefined();
});

test('where none does, nothing is left open', () => {
  render(<FindingsList findings={[]} />);
  expect(screen.getByText('Nothing to say so far.')).toBeDefined();
});
