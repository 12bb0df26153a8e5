// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { GroupPicker } from './group-picker';
import { PatternField } from './pattern-field';
import { PieceNotes } from './piece-notes';
import { sampleData, sampleValues } from './sample-form-data';

afterEach(cleanup);

const group = (name: string, isBare: boolean) => ({ name, count: 3, isCompliance: false, isBare });
const data = {
  ...sampleData,
  rules: { count: 9, levels: [], groups: [group('web', false), group('ms-graph', true)] },
};
const values = { ...sampleValues, groups: ['sshd'], groupPattern: null };

test('a name is written with its comma, one that stands last without it as a pattern', () => {
  const set = vi.fn();
  render(<GroupPicker values={values} set={set} errors={{}} data={data} />);
  fireEvent.click(screen.getByRole('button', { name: /^web/ }));
  expect(set).toHaveBeenLastCalledWith({ groups: ['sshd', 'web'] });
  fireEvent.click(screen.getByRole('button', { name: /^ms-graph/ }));
  expect(set).toHaveBeenLastCalledWith({ groupPattern: 'sshd,|ms-graph', groups: [] });
});

test('a pattern says why a name in it has no comma', () => {
  const pattern = { ...values, groups: [], groupPattern: 'sshd,|ms-graph' };
  render(<PatternField values={pattern} set={vi.fn()} errors={{}} data={data} />);
  expect(document.body.textContent).toContain('ms-graph is written without a comma');
});

test('what a pattern also matches, and what it misses, is named', () => {
  render(
    <PieceNotes
      pieces={[
        { piece: 'pam,', also: ['spam', 'multiple_spam'], extra: 36, missed: 0 },
        { piece: 'ms-graph,', also: [], extra: 0, missed: 99 },
      ]}
    />,
  );
  const words = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(words[0]).toContain('pam, also matches spam, multiple_spam (36 rules).');
  expect(words[1]).toContain('ms-graph, misses 99 rules that have ms-graph as the last group');
});
