import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { appUri, newAppSecret } from './second-factor-codes.ts';
import { qrPath } from './second-factor-qr.ts';

it('the path covers the dark modules and no others', () => {
  const uri = appUri(newAppSecret(), 'marta');
  const { size, path } = qrPath(uri);
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    expect(back).toBe(length);
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  expect(drawn).toEqual(encode(uri, { ecc: 'M', border: 0 }).data);
});
