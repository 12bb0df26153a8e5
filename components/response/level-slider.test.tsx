// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LevelSlider } from './level-slider';

afterEach(cleanup);

const slider = (hasGroup: boolean) =>
  render(<LevelSlider value={null} hasGroup={hasGroup} onChange={vi.fn()} rules={null} past={null} />);

test('no level means any level only beside a group', () => {
  slider(true);
  expect(screen.getByText(/Rules of any level match\./)).toBeDefined();
});

test('with neither level nor group nothing matches', () => {
  slider(false);
  expect(screen.queryByText(/any level/)).toBeNull();
  expect(screen.getByText(/With neither a level nor a group, nothing matches here\./)).toBeDefined();
});
