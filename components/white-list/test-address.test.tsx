// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { TestAddress } from './test-address';

afterEach(cleanup);

it.each([
  [['10.0.0.0/8'], 1, '10.0.0.1', /Nothing would run\./],
  [['10.0.0.0/8'], 1, '192.0.2.1', /The white list does not hold it back\./],
  [['10.0.0.0/8'], 1, '999', /999 is not an address\./],
  [[], 0, '192.0.2.300', /192\.0\.2\.300 is not an address\./],
  [[], 1, 'mail.example.org', /The white list does not hold it back\./],
  [[], 1, 'a b', /Wazuh refuses an alert/],
  [['10.0.0.0/8'], 0, '10.0.0.1', /No response is on/],
  [['999.1.1.1'], 1, '10.0.0.1', /The manager does not start with/],
])('with %j and %s responses on, %s is told', (entries, live, address, words) => {
  render(<TestAddress entries={entries} isDraft={false} live={live} />);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: address } });
  expect(screen.getByText(words)).toBeDefined();
});
