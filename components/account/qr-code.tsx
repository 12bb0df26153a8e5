import type { QrPath } from '@/lib/auth/second-factor-qr';

/** Light modules around the dark ones: without them cameras find nothing. */
const QUIET = 4;

/** Dark on light in both themes: cameras do not read it the other way round. */
export function QrCode({ qr: { size, path }, label }: { qr: QrPath; label: string }) {
  const side = size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-48 shrink-0 rounded-control border border-line"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
