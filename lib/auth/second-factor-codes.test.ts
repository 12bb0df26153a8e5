import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { appUri, hashOfRecoveryCode, newAppSecret, newRecoveryCodes, stepOfCode } from './second-factor-codes.ts';

/** The key of the examples in RFC 4226, appendix D, and RFC 6238, appendix B. */
const rfcSecret = Secret.fromLatin1('12345678901234567890').base32;
const STEP_MS = 30_000;

describe('codes of an app', () => {
  // RFC 4226, appendix D: the code of each counter; a counter is a step of RFC 6238.
  it.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [5, '254676'],
    [6, '287922'],
    [7, '162583'],
    [8, '399871'],
    [9, '520489'],
  ])('step %i has the code %s', (step, code) => {
    expect(stepOfCode(rfcSecret, code, step * STEP_MS)).toBe(step);
  });

  // RFC 6238, appendix B, SHA1: its eight digits end in the six that apps show.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i seconds the code is %s', (seconds, code) => {
    expect(stepOfCode(rfcSecret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it.each([
    [-2, null],
    [-1, 5],
    [0, 5],
    [1, 5],
    [2, null],
  ])('a clock %i steps off finds step %j', (steps, found) => {
    expect(stepOfCode(rfcSecret, '254676', (5 + steps) * STEP_MS)).toBe(found);
  });

  it.each(['', '25467', '2546760', '254 676', '٢٥٤٦٧٦', 'abcdef'])('%j is no code', (text) => {
    expect(stepOfCode(rfcSecret, text, 5 * STEP_MS)).toBeNull();
  });

  it('a secret is 160 bits as base32, and another one each time', () => {
    expect(newAppSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newAppSecret()).not.toBe(newAppSecret());
  });

  it('the QR code names Riposte and who signs in', () => {
    const uri = new URL(appUri(rfcSecret, 'marta@example.org'));
    expect(uri.protocol + uri.host + decodeURIComponent(uri.pathname)).toBe('otpauth:totp/Riposte:marta@example.org');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Riposte',
      secret: rfcSecret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});

describe('codes for a lost device', () => {
  const codes = newRecoveryCodes();

  it('are ten different ones in groups of four', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([2-9a-hjkmnp-tv-z]{4}-){3}[2-9a-hjkmnp-tv-z]{4}$/);
  });

  it('are the same however they are typed', () => {
    const [code = ''] = codes;
    const hash = hashOfRecoveryCode(code);
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(hashOfRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')}\n`)).toBe(hash);
    expect(hashOfRecoveryCode(codes[1] ?? '')).not.toBe(hash);
  });

  it.each(['', '123456', 'aaaa-aaaa-aaaa-aaa', 'aaaa-aaaa-aaaa-aaa0', 'aaaa-aaaa-aaaa-aaaa-a'])(
    '%j is none',
    (text) => {
      expect(hashOfRecoveryCode(text)).toBeNull();
    },
  );
});
