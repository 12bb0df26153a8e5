/*
 * All checks over facts. Knows nothing of the parser: forms run this in the browser at each keystroke.
 */

import { duplicateCommand } from './command/duplicate-command.ts';
import { executableNotAFileName } from './command/executable-not-a-file-name.ts';
import { legacyExecutable } from './command/legacy-executable.ts';
import { slackWithoutAddress } from './command/slack-without-address.ts';
import { unsafeExtraArgs } from './command/unsafe-extra-args.ts';
import { unsafeName } from './command/unsafe-name.ts';
import { unusedCommand } from './command/unused-command.ts';
import { type Check, type Facts, type Finding, SEVERITIES, type Subject } from './finding.ts';
import { nameCollision } from './manager/name-collision.ts';
import { networkAddressNotListed } from './manager/network-address-not-listed.ts';
import { ownAddressNotListed } from './manager/own-address-not-listed.ts';
import { reservedName } from './manager/reserved-name.ts';
import { sharedName } from './manager/shared-name.ts';
import { tooManyResponses } from './manager/too-many-responses.ts';
import { whiteListEntry } from './manager/white-list-entry.ts';
import { accountScope } from './response/account-scope.ts';
import { agentDisconnected } from './response/agent-disconnected.ts';
import { agentIdIgnored } from './response/agent-id-ignored.ts';
import { alertLacksAddress } from './response/alert-lacks-address.ts';
import { allAgents } from './response/all-agents.ts';
import { blanksInValue } from './response/blanks-in-value.ts';
import { combinedTriggers } from './response/combined-triggers.ts';
import { competingTimeouts } from './response/competing-timeouts.ts';
import { duplicateResponse } from './response/duplicate-response.ts';
import { executableWrongSystem } from './response/executable-wrong-system.ts';
import { groupMatchesEverything } from './response/group-matches-everything.ts';
import { groupMatchesMore } from './response/group-matches-more.ts';
import { groupMatchesNothing } from './response/group-matches-nothing.ts';
import { invalidAgentId } from './response/invalid-agent-id.ts';
import { invalidLocation } from './response/invalid-location.ts';
import { levelOutOfRange } from './response/level-out-of-range.ts';
import { managerRepeatedOffenders } from './response/manager-repeated-offenders.ts';
import { missingOptions } from './response/missing-options.ts';
import { missingScript } from './response/missing-script.ts';
import { neverFires } from './response/never-fires.ts';
import { noUndo } from './response/no-undo.ts';
import { responseLoop } from './response/response-loop.ts';
import { restartLoop } from './response/restart-loop.ts';
import { rulesIdCut } from './response/rules-id-cut.ts';
import { silentRule } from './response/silent-rule.ts';
import { timeoutNotANumber } from './response/timeout-not-a-number.ts';
import { timeoutNotAllowed } from './response/timeout-not-allowed.ts';
import { unknownAgent } from './response/unknown-agent.ts';
import { unknownCommand } from './response/unknown-command.ts';
import { unknownRule } from './response/unknown-rule.ts';
import { unusualTimeout } from './response/unusual-timeout.ts';
import { windowsWhiteList } from './response/windows-white-list.ts';

export const CHECKS: readonly Check[] = [
  unknownCommand,
  missingOptions,
  invalidLocation,
  invalidAgentId,
  unknownAgent,
  agentDisconnected,
  agentIdIgnored,
  neverFires,
  levelOutOfRange,
  combinedTriggers,
  rulesIdCut,
  unknownRule,
  silentRule,
  groupMatchesEverything,
  groupMatchesNothing,
  groupMatchesMore,
  timeoutNotAllowed,
  noUndo,
  timeoutNotANumber,
  unusualTimeout,
  unsafeName,
  executableNotAFileName,
  missingScript,
  executableWrongSystem,
  legacyExecutable,
  duplicateCommand,
  duplicateResponse,
  competingTimeouts,
  unusedCommand,
  responseLoop,
  restartLoop,
  alertLacksAddress,
  accountScope,
  slackWithoutAddress,
  windowsWhiteList,
  allAgents,
  managerRepeatedOffenders,
  unsafeExtraArgs,
  blanksInValue,
  tooManyResponses,
  nameCollision,
  sharedName,
  reservedName,
  whiteListEntry,
  ownAddressNotListed,
  networkAddressNotListed,
];

/** Everything the checks say, the worst first. */
export function findInFacts(facts: Facts): Finding[] {
  return sortFindings(
    withAbout(
      CHECKS.flatMap(({ run }) => run(facts)),
      facts,
    ),
  );
}

const KINDS: readonly Subject['kind'][] = ['file', 'response', 'command'];

const rankOf = ({ severity, subject }: Finding): [number, number, number] => [
  SEVERITIES.indexOf(severity),
  KINDS.indexOf(subject.kind),
  subject.kind === 'file' ? 0 : subject.index,
];

/** By severity, then by subject; otherwise as found. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, rank: rankOf(finding) }))
    .sort(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(({ finding }) => finding);
}

/** Names the block of each finding by what it says: see compare-findings. */
export function withAbout(findings: readonly Finding[], { commands, responses }: Facts): Finding[] {
  return findings.map((finding) => {
    const { subject } = finding;
    if (subject.kind === 'file') return finding;
    const block = subject.kind === 'response' ? responses[subject.index] : commands[subject.index];
    return { ...finding, about: JSON.stringify({ ...block, line: undefined }) };
  });
}
