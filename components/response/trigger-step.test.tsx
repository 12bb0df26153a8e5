// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { sampleData, sampleValues } from './sample-form-data';
import { TriggerStep } from './trigger-step';

afterEach(cleanup);

function Step() {
  const [values, setValues] = useState({ ...sampleValues, ruleIds: [5710, 5712] });
  return (
    <TriggerStep
      values={values}
      set={(patch) => setValues({ ...values, ...patch })}
      errors={{}}
      data={{ ...sampleData, rules: null }}
    />
  );
}

test('a rule that is taken out hands the focus on', async () => {
  render(<Step />);
  const remove = async (id: number) => {
    const button = screen.getByRole('button', { name: `Remove rule ${id}` });
    button.focus();
    await act(async () => {
      fireEvent.click(button);
    });
  };
  await remove(5710);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove rule 5712' }));
  await remove(5712);
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});
