/*
 * Does etc/shared/ar.conf say that the manager has read a file? analysisd rewrites it at each start: some fixed lines, then
 * one for each response of the file (dialect §1). Pure.
 */
const FIXED = /^restart-(ossec|wazuh)0 - restart-(ossec\.(sh|cmd)|wazuh(\.exe)?) - 0$/;

/** `expected` are the lines of the file's own responses: these, behind fixed ones, no more and no less. */
export function listsExactly(arConf: string, expected: string): boolean {
  if (!arConf.endsWith(expected)) return false;
  const head = arConf.slice(0, arConf.length - expected.length);
  return head.split('\n').every((line) => line === '' || FIXED.test(line));
}
