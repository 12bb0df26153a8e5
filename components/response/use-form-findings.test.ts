// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { sampleData, sampleValues } from './sample-form-data';
import { useFormFindings } from './use-form-findings';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('an ID that the manager does not know becomes a finding of the form', async () => {
  const answer = { count: 4, flagged: [{ id: 576, why: 'unknown' }] };
  const ask = vi.fn(async () => Response.json(answer));
  vi.stubGlobal('fetch', ask);
  const values = { ...sampleValues, ruleIds: [576] };
  const data = { ...sampleData, rules: { count: 9, levels: [], groups: [] } };
  const { result } = renderHook(() => useFormFindings(values, sampleValues, data));
  await waitFor(() => expect(result.current?.map(({ title }) => title)).toContain('Rule 576 does not exist'), {
    timeout: 5000,
  });
  expect(ask).toHaveBeenCalledExactlyOnceWith('/rules/matches?level=10&group=sshd%2C&ids=576', expect.anything());
});
