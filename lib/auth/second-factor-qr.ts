/*
 * A QR code as a path to draw: one rectangle a run of dark modules. Pure; the quiet zone and the colours are the page's
 * business.
 */
import { encode } from 'uqr';

export type QrPath = { size: number; path: string };

/** Modules a side, and the dark ones as an SVG path on that grid. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data.map((row, y) =>
    runsOf(row)
      .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
      .join(''),
  );
  return { size, path: path.join('') };
}

/** Where each run of dark modules starts, and how long it is. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
