/* A number of seconds from the environment. */

/** `text` as seconds from 0 to 3600; `otherwise` when it is empty or no such number. */
export function secondsFrom(text: string | undefined, otherwise: number): number {
  const seconds = text === undefined || text.trim() === '' ? otherwise : Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) : otherwise;
}
