/*
 * Owns the stand-ins in active-response/bin: the names Wazuh ships (wazuh-facts §3), harmless contents of our own.
 * They block nothing: they read the message and write that they ran.
 */

const shipped = [
  ...['default-firewall-drop', 'disable-account', 'firewall-drop', 'firewalld-drop', 'host-deny', 'ip-customblock'],
  ...['ipfw', 'kaspersky', 'kaspersky.py', 'npf', 'pf', 'restart-wazuh', 'restart.sh', 'route-null', 'wazuh-slack'],
];

const standIn = (name: string) => `#!/bin/sh
# A stand-in of the Riposte sandbox: reads the message, says so, changes nothing.
read -r message
echo "$(date '+%Y/%m/%d %H:%M:%S') active-response/bin/${name}: Ended" >> "$(dirname "$0")/../../logs/active-responses.log"
`;

const slackNotify = `#!/usr/bin/env python3
# A stand-in of the Riposte sandbox: would tell a chat about the alert, tells nobody.
import json
import sys

message = json.loads(sys.stdin.readline())
sys.exit(0 if message.get("command") == "add" else 1)
`;

export type SandboxScript = { name: string; content: string; mode: number };

/** yara.sh can't be executed, on purpose: something for the checks to find. */
export const sandboxScripts: SandboxScript[] = [
  ...shipped.map((name) => ({ name, content: standIn(name), mode: 0o750 })),
  { name: 'slack-notify.py', content: slackNotify, mode: 0o750 },
  { name: 'yara.sh', content: standIn('yara.sh'), mode: 0o644 },
];
