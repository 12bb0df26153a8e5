/* Spans of time on the page of an apply. Pure. */

/** "30 s", "2 min", "1 min 30 s": how long somebody has. */
export function waitText(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** "0.1 s", "13 s", "2 min 5 s": how long something took. */
export function spanText(ms: number): string {
  if (ms < 50) return '<0.1 s';
  return ms < 9950 ? `${(ms / 1000).toFixed(1)} s` : waitText(Math.round(ms / 1000));
}
