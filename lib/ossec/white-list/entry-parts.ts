/* What masks and alternatives of an entry are made of, and whether an address could ever be like them. Pure. */
import type { Piece } from './parse-entry.ts';

const NO_ADDRESS_HAS = /[^a-z0-9.:_-]/;
export const MAPPED = '::ffff:';
export const IPV6_PART = /^[0-9a-f:]*:[0-9a-f:.]*$/;
export const IPV4_PART = /^[\d.]+$/;

/** How many bits of a mask are set. */
export const sizeOf = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

export const isWhole = (mask: number): boolean => /^1*0*$/.test(mask.toString(2).padStart(32, '0'));

/** Could there be an address that this alternative covers? */
export const canMatch = ({ how, text }: Piece): boolean =>
  how === 'all' ||
  (text !== '' && !NO_ADDRESS_HAS.test(text) && !((how === 'exact' || how === 'start') && text.startsWith(MAPPED)));
