/*
 * Owns the lines of etc/shared/ar.conf: "firewall-drop600 - firewall-drop - 600" (wazuh-facts §5.2).
 * Pure; a line of another form is left out.
 */

export type ArEntry = { command: string; executable: string; timeoutSeconds: number };

/** In file order; the name comes without the timeout that is written onto its end. */
export function parseArConf(text: string): ArEntry[] {
  return text.split('\n').flatMap((line) => {
    const [, name, executable, timeout] = /^(\S.*?) - (\S.*?) - (\d{1,9})\s*$/.exec(line) ?? [];
    if (!name || !executable || !timeout) return [];
    const command = name.endsWith(timeout) ? name.slice(0, -timeout.length) : name;
    return [{ command, executable, timeoutSeconds: Number(timeout) }];
  });
}
