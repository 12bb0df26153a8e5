import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { logRequestError, sendConsoleToLog } from './request-error.ts';

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
});
afterEach(() => vi.restoreAllMocks());
const logged = () => lines.map((line) => JSON.parse(line));

it('an error is logged under the id that the page shows, on one line', () => {
  const thrown = Object.assign(new Error('broke\n{"level":"info","event":"forged"}'), { digest: '1234567890' });
  logRequestError(thrown, { routePath: '/review', routeType: 'render' });
  expect(lines.join('').match(/\n/g)).toHaveLength(1);
  expect(logged()).toMatchObject([{ level: 'error', event: 'request-failed', id: '1234567890', route: '/review' }]);
  expect(logged()[0].message).toContain('broke');
});

it('one without an id gets its own, and what is no error is told as it is', () => {
  for (const thrown of [new Error('a'), 'text', null, undefined, 7]) {
    logRequestError(thrown, { routePath: '/state', routeType: 'route' });
  }
  expect(new Set(logged().map(({ id }) => id)).size).toBe(5);
  expect(logged()[1]).toMatchObject({ message: 'text' });
});

it('what others print becomes lines of ours', () => {
  const target = { error: vi.fn(), warn: vi.fn() };
  sendConsoleToLog(target);
  target.error('⨯', Object.assign(new Error('two\nlines'), { digest: '77' }));
  target.warn('%s is old', 'it');
  expect(lines).toHaveLength(2);
  expect(logged()).toMatchObject([
    { level: 'error', event: 'console', id: '77', message: expect.stringContaining('two\nlines') },
    { level: 'warn', event: 'console', message: 'it is old' },
  ]);
});
