/*
 * Owns whether wazuh-control starts authd with a configuration, by its own rule: it looks for lines with grep and does not
 * read the XML (wazuh-facts §1.5). Pure.
 */

/** False with `<disabled>yes` in the lines of the one section, and without a section. */
export function startsAuthd(config: string): boolean {
  const lines = config.split('\n');
  const numbersOf = (words: string) => lines.flatMap((line, at) => (line.includes(words) ? [at] : []));
  const [opened, closed] = [numbersOf('<auth>'), numbersOf('</auth>')];
  const [from, to] = [opened[0], closed[0]];
  if (from === undefined || to === undefined) return false;
  // Of two sections it makes nothing, and starts the daemon.
  if (opened.length > 1 || closed.length > 1) return true;
  return !lines.slice(from, Math.max(from, to) + 1).some((line) => line.includes('<disabled>yes'));
}
