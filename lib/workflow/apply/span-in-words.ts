/* A span as people say it. */

/** 30 → "30 s", 120 → "2 min", 90 → "1 min 30 s". */
export function spanInWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
