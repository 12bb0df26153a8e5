import { expect, it } from 'vitest';
import { readVerdict } from './audit-dependencies.mjs';

const report = (vulnerabilities: object) => JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: {} } });

it('a grave weakness of a package that ships is found by name', () => {
  const found = report({ next: { severity: 'critical' }, zod: { severity: 'low' }, diff: { severity: 'high' } });
  expect(readVerdict(found)).toEqual({ kind: 'found', packages: ['next', 'diff'] });
});

it('nothing, or nothing grave, is clean', () => {
  expect(readVerdict(report({}))).toEqual({ kind: 'clean' });
  expect(readVerdict(report({ zod: { severity: 'moderate' } }))).toEqual({ kind: 'clean' });
});

it('a registry that does not answer, or cannot tell, is no finding, and its address is not repeated', () => {
  expect(readVerdict(null)).toEqual({ kind: 'unknown', why: 'the registry did not answer in time' });
  expect(readVerdict('')).toMatchObject({ kind: 'unknown' });
  expect(readVerdict('null')).toMatchObject({ kind: 'unknown' });
  const refused = JSON.stringify({
    message: '405 Method Not Allowed - POST https://key@registry.example/x',
    statusCode: 405,
  });
  expect(readVerdict(refused)).toEqual({ kind: 'unknown', why: '405 Method Not Allowed' });
});
