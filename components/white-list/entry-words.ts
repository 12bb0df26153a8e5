/* An entry as a page names it. */

/** An empty entry has no words of its own. */
export const shownEntry = (entry: string): string => (entry === '' ? '(empty)' : entry);

/** "1 address", "65,536 addresses" */
export const addressCount = (count: number): string =>
  count === 1 ? '1 address' : `${count.toLocaleString('en-US')} addresses`;
