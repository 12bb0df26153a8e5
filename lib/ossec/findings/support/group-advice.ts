/* What is usually wrong with a group pattern that matches nothing (dialect §9). */

/** A sentence of advice; null where nothing looks wrong. */
export function groupAdvice(pattern: string): string | null {
  if (pattern !== pattern.trim() || / *\| /.test(pattern) || / \|/.test(pattern)) {
    return 'Blanks are part of the pattern: remove them.';
  }
  if (/,[^|,]/.test(pattern) && !pattern.includes('\\')) {
    return 'A comma does not mean “or”: put a vertical bar between groups, as in sshd,|attack,';
  }
  if (/[*+?[\]]/.test(pattern) && !/\\.[*+]/.test(pattern))
    return 'Signs such as * are no wildcards here: remove them.';
  if (/(^|\|)\^/.test(pattern)) return 'The sign ^ stands for the start of all groups of a rule: remove it.';
  return null;
}
