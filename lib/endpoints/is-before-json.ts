/* Does an agent of that version still get the message of Wazuh 3 (wazuh-facts §2.2)? Its scripts have other names, too. */

/** False also for what is no version. */
export function isBeforeJson(version: string): boolean {
  const [, major = '', minor = ''] = /(\d+)\.(\d+)/.exec(version) ?? [];
  return major !== '' && (Number(major) < 4 || (Number(major) === 4 && Number(minor) < 2));
}
