/*
 * Where a browser goes after signing in: a page of ours, nothing else. Pure.
 */

export const OVERVIEW = '/';
const MOST_CHARS = 2000;

/** The asked path if it is one of ours; else the overview. What browsers read as another host is none: "//", "/\". */
export function readNextPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > MOST_CHARS) return OVERVIEW;
  // Browsers drop tabs and line ends from an address before they read it.
  const isOurs = /^\/(?!\/)[^\\\p{Cc}]*$/u.test(asked) && !/^\/(sign-in|setup)(?![\w-])/.test(asked);
  return isOurs ? asked : OVERVIEW;
}

/** The sign-in page that leads back to `path`. */
export const signInPath = (path: string | null): string => {
  const next = readNextPath(path);
  return next === OVERVIEW ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`;
};
