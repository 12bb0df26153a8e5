import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { log, logLine } from './log.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('is one JSON object a line, with when, how bad, what, and the fields', () => {
  const line = logLine('warn', 'apply-lost-log', { apply: 7, names: ['a', 'b'], gone: undefined }, new Date(0));
  expect(JSON.parse(line)).toEqual({
    ...{ time: '1970-01-01T00:00:00.000Z', level: 'warn', event: 'apply-lost-log' },
    ...{ apply: 7, names: ['a', 'b'] },
  });
});

it('no value, name or event makes a second line or moves the cursor', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (event, text) => {
      const line = logLine('info', event, { text, [`x${event}`.replace(/pass|secret|token|cookie/gi, '')]: [text] });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested.
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
      expect(JSON.parse(line)).toMatchObject({ level: 'info' });
    }),
  );
});

it.each(['a\nb', 'a\r\n{"time":"2020","event":"forged"}', '\u2028x', '\u001b[2Jx', '\u009bx', '\u202Ex'])(
  '%j stays on its line',
  (text) => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    log('error', 'test', { text });
    const out = written.mock.calls.map(([chunk]) => String(chunk)).join('');
    expect(out.match(/\n/g)).toHaveLength(1);
    expect(out.trimEnd().split(/[\n\r\u2028\u2029\u0085]/)).toHaveLength(1);
  },
);

it('a caller cannot take the place of time, level and event', () => {
  const line = logLine('info', 'test', { time: 'never', level: 'none', event: 'forged' });
  expect(JSON.parse(line)).toMatchObject({ level: 'info', event: 'test', time: expect.stringMatching(/^\d{4}-/) });
});

it('a line has an end, whatever it is given', () => {
  const long = 'x'.repeat(1_000_000);
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`field${at}`, long]));
  const line = logLine('info', long, many);
  expect(line.length).toBeLessThan(12_000);
  expect(JSON.parse(line)).toHaveProperty('cut');
});

it.each(['password', 'newPassword', 'clientSecret', 'token', 'Cookie', 'authorization', 'code', 'config'])(
  'a field %s is refused in tests and withheld in production',
  (name) => {
    expect(() => logLine('info', 'test', { [name]: 'hunter2' })).toThrow(name);
    vi.stubEnv('NODE_ENV', 'production');
    expect(logLine('info', 'test', { [name]: 'hunter2' })).not.toContain('hunter2');
  },
);

it('a log that nobody reads any more stops nothing', () => {
  vi.spyOn(process.stderr, 'write').mockImplementation(() => {
    throw new Error('EPIPE');
  });
  expect(() => log('info', 'test')).not.toThrow();
});
