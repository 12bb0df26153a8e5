/*
 * A script that keeps the protocol of Wazuh 4.2 and later (wazuh-facts §4): one line in, check_keys out, one line in, act.
 * Reading to the end of standard input would hang wazuh-execd, so the skeletons read single lines.
 */

export const SKELETONS = ['python', 'bash', 'powershell'] as const;
export type Skeleton = (typeof SKELETONS)[number];

const python = (name: string, log: string) => `#!/usr/bin/env python3
import json, sys
from datetime import datetime

NAME = "${name}"
LOG = "${log}"

def log(text):
    with open(LOG, "a") as f:
        now = datetime.now().strftime("%Y/%m/%d %H:%M:%S")
        f.write(f"{now} active-response/bin/{NAME}: {text}\\n")

def ask(keys):
    question = {"version": 1, "origin": {"name": NAME, "module": "active-response"},
                "command": "check_keys", "parameters": {"keys": keys}}
    print(json.dumps(question), flush=True)
    return json.loads(sys.stdin.readline())["command"]

message = json.loads(sys.stdin.readline())  # one line, not the whole input
alert = message["parameters"]["alert"]
address = alert.get("data", {}).get("srcip")

if not address:
    log("Cannot read srcip from the alert")
elif message["command"] == "add":
    if ask([address]) == "continue":
        log(f"block {address}")      # put your action here
elif message["command"] == "delete":
    log(f"unblock {address}")        # undo it here
`;

const bash = (name: string, log: string) => `#!/bin/bash
# Needs jq.
NAME="${name}"
LOG="${log}"
log() { echo "$(date '+%Y/%m/%d %H:%M:%S') active-response/bin/$NAME: $1" >> "$LOG"; }

read -r message                      # one line, not the whole input
command=$(jq -r .command <<< "$message")
address=$(jq -r '.parameters.alert.data.srcip // empty' <<< "$message")
[ -n "$address" ] || { log "Cannot read srcip from the alert"; exit 0; }

if [ "$command" = add ]; then
  jq -nc --arg n "$NAME" --arg k "$address" \\
    '{version: 1, origin: {name: $n, module: "active-response"}, command: "check_keys", parameters: {keys: [$k]}}'
  read -r answer
  [ "$(jq -r .command <<< "$answer")" = continue ] || exit 0
  log "block $address"               # put your action here
elif [ "$command" = delete ]; then
  log "unblock $address"             # undo it here
fi
`;

const powershell = (name: string, log: string) => `# Start it from a .cmd of the command's name:
#   @powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0${name.replace(/\.\w+$/, '')}.ps1"
$Name = '${name}'
$LogFile = '${log}'
function Log($text) {
  Add-Content $LogFile "$(Get-Date -Format 'yyyy/MM/dd HH:mm:ss') active-response/bin/$($Name): $text"
}

$message = [Console]::In.ReadLine() | ConvertFrom-Json   # one line, not the whole input
$address = $message.parameters.alert.data.srcip
if (-not $address) { Log 'Cannot read srcip from the alert'; exit 0 }

if ($message.command -eq 'add') {
  $question = @{ version = 1; origin = @{ name = $Name; module = 'active-response' }
                 command = 'check_keys'; parameters = @{ keys = @($address) } }
  [Console]::Out.WriteLine(($question | ConvertTo-Json -Compress -Depth 5)); [Console]::Out.Flush()
  $answer = [Console]::In.ReadLine() | ConvertFrom-Json
  if ($answer.command -eq 'continue') { Log "block $address" }   # put your action here
} elseif ($message.command -eq 'delete') {
  Log "unblock $address"                                          # undo it here
}
`;

const WRITERS = { python, bash, powershell };

/** The text of a skeleton with the script's name and the log's path filled in. */
export const scriptSkeleton = (kind: Skeleton, name: string, log: string): string => WRITERS[kind](name, log);
