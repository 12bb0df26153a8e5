/*
 * The codes of a second factor: those an authenticator app shows (RFC 6238 through otpauth) and those for a lost device. Pure;
 * knows no table and no person's id.
 */
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { hashOfSecret } from './secret-id.ts';

/** What every authenticator app understands; others are quietly read as these by some. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** A clock may be off by one step: either way. */
const WINDOW_STEPS = 1;
const SECRET_BYTES = 20;
export const RECOVERY_CODES = 10;

/** A new secret as base32, as apps take it when it is typed. */
export const newAppSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What the QR code says. */
export function appUri(secret: string, login: string): string {
  return new TOTP({ ...PARAMETERS, issuer: 'Riposte', label: login, secret: Secret.fromBase32(secret) }).toString();
}

/** The step whose code this is, one either side of now; null for none. The caller sees to it that a step is taken once. */
export function stepOfCode(secret: string, code: string, now = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const key = Secret.fromBase32(secret);
  const delta = TOTP.validate({ ...PARAMETERS, secret: key, token: code, timestamp: now, window: WINDOW_STEPS });
  return delta === null ? null : TOTP.counter({ period: PARAMETERS.period, timestamp: now }) + delta;
}

/** What was typed, without the blanks and dashes that codes are written with. */
export const plainCode = (text: string): string => text.replace(/[\s-]/g, '').toLowerCase();

/** No 0, 1, i, l, o, u: whoever reads them from paper must not wonder. 30 signs: 78 bits in a code. */
const SIGNS = '23456789abcdefghjkmnpqrstvwxyz';
const RECOVERY_SIGNS = 16;

/** New codes for a lost device, as they are shown: four groups of four. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newRecoveryCode);

function newRecoveryCode(): string {
  let code = '';
  while (code.length < RECOVERY_SIGNS) {
    // Bytes past the last whole multiple would make some signs more likely.
    for (const byte of randomBytes(32)) if (byte < 240) code += SIGNS[byte % SIGNS.length];
  }
  return code.slice(0, RECOVERY_SIGNS).replace(/(.{4})(?=.)/g, '$1-');
}

/** How such a code is kept, whichever way it was typed; null for what can't be one. */
export function hashOfRecoveryCode(text: string): string | null {
  const code = plainCode(text);
  const isOne = code.length === RECOVERY_SIGNS && [...code].every((sign) => SIGNS.includes(sign));
  return isOne ? hashOfSecret(code) : null;
}
