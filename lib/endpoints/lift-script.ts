/*
 * A script that lifts a block, and the call that runs it: Wazuh has no call of its own for it, but it can run a file on an agent
 * (wazuh-facts §7.4). The script runs the stock one once more, as wazuh-execd does when the time is over. Pure texts.
 */

/** File name below active-response/bin. */
export const LIFT_SCRIPT = 'riposte-lift.sh';

/** Scripts that come with Wazuh, undo what they did, and run where there is a shell. */
const LIFTED = [
  ...['firewall-drop', 'firewalld-drop', 'host-deny', 'route-null', 'disable-account', 'ip-customblock'],
  ...['pf', 'npf', 'ipfw'],
];

/**
 * Takes one line on standard input, turns its "add" into "delete", and hands it to the script named in extra_args. Nothing of the
 * message is run by a shell: it stays text on the way from one standard input to the other.
 */
export const liftScript = (): string => `#!/bin/sh
# Lifts a block of Wazuh: runs another active response script once more, to undo what it did.
# Install as ${LIFT_SCRIPT} in active-response/bin of the agent: owner root, group wazuh, mode 750.
DIR=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
LOG="$DIR/../../logs/active-responses.log"
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') active-response/bin/${LIFT_SCRIPT}: $1" >> "$LOG"; }

IFS= read -r message                 # one line, not the whole input
case "$message" in
  *'"command":"add"'*) ;;
  *) log "Invalid value of 'command'"; exit 0 ;;
esac

# Only scripts that are known to undo what they did; the name is compared, never run as given.
script=
for known in ${LIFTED.join(' ')}; do
  case "$message" in *'"extra_args":["'"$known"'"]'*) script=$known ;; esac
done
if [ -z "$script" ]; then
  log "Invalid arguments: name one script, for example firewall-drop"
  exit 0
fi
if [ ! -x "$DIR/$script" ]; then
  log "$script is not in $DIR, or not executable"
  exit 0
fi

log "Lifting with $script"
printf '%s\\n' "$message" | sed 's/"command":"add"/"command":"delete"/' | "$DIR/$script"
log "Ended"
`;

const PLAIN_TARGET = /^[A-Za-z0-9_:][A-Za-z0-9._:@-]{0,255}$/;
/** More do not fit into the address of a call. */
const MAX_AGENTS = 1000;

export type LiftCall = { agentIds: readonly string[]; script: string; target: string; kind: 'srcip' | 'dstuser' };

/** A call of the API that runs it for one block; null when a value could not stand in a shell line. */
export function liftCall({ agentIds, script, target, kind }: LiftCall): string | null {
  if (agentIds.length === 0 || agentIds.length > MAX_AGENTS) return null;
  if (!agentIds.every((id) => /^\d{3,}$/.test(id))) return null;
  if (!LIFTED.includes(script) || !PLAIN_TARGET.test(target)) return null;
  const body = JSON.stringify({
    command: `!${LIFT_SCRIPT}`,
    arguments: [script],
    alert: { data: { [kind]: target } },
  });
  return `curl -k -X PUT "https://localhost:55000/active-response?agents_list=${agentIds.join(',')}" -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '${body}'`;
}
