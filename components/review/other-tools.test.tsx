// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { OtherTools } from './other-tools';

afterEach(cleanup);

const bare = { line: 3, message: 'Refused by xmllint: bare &.', isNew: false };

it('says so when all tools agree', () => {
  render(<OtherTools items={[]} />);
  expect(screen.getByText(/read the planned file as Wazuh does/)).toBeTruthy();
});

it('folds away what was there before', () => {
  const { container } = render(<OtherTools items={[bare]} />);
  expect(container.querySelector('details')?.open).toBe(false);
  expect(container.textContent).toContain('as before');
});

it('opens for what the draft brings, and names it first', () => {
  const { container } = render(<OtherTools items={[bare, { line: 9, message: 'Refused by the API.', isNew: true }]} />);
  expect(container.querySelector('details')?.open).toBe(true);
  expect(container.querySelector('li')?.textContent).toContain('New. Refused by the API.');
});
