// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Field, FieldGroup } from './field';
import { Radio } from './radio';
import { TextInput } from './text-input';

afterEach(cleanup);

const described = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent);

test('a field names its control and gives it the hint', () => {
  render(
    <Field label="Name" hint="Letters and digits.">
      {(control) => <TextInput {...control} />}
    </Field>,
  );
  const input = screen.getByLabelText('Name');
  expect(described(input)).toEqual(['Letters and digits.']);
  expect(input.hasAttribute('aria-invalid')).toBe(false);
});

test('an error comes before the hint and marks the control as invalid', () => {
  render(
    <Field label="Level" hint="1 to 15" error="Rule levels stop at 15.">
      {(control) => <TextInput {...control} />}
    </Field>,
  );
  const input = screen.getByLabelText('Level');
  expect(described(input)).toEqual(['Rule levels stop at 15.', '1 to 15']);
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('a field without hint and error describes nothing', () => {
  render(<Field label="Name">{(control) => <TextInput {...control} />}</Field>);
  expect(screen.getByLabelText('Name').hasAttribute('aria-describedby')).toBe(false);
});

test('a given id is used, so a form can link to its field', () => {
  render(
    <Field label="Name" id="name" error="Missing">
      {(control) => <TextInput {...control} />}
    </Field>,
  );
  expect(screen.getByLabelText('Name').id).toBe('name');
  expect(document.getElementById('name-error')?.textContent).toBe('Missing');
});

test('a group of controls is a fieldset with its question as legend', () => {
  render(
    <FieldGroup label="Location" error="Choose one.">
      <Radio name="location">local</Radio>
    </FieldGroup>,
  );
  expect(described(screen.getByRole('group', { name: 'Location' }))).toEqual(['Choose one.']);
});
