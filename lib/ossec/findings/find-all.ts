/*
 * Everything there is to say about a file: the checks over facts plus those over the file as it is written. Server only,
 * because it knows the parser; forms use find-in-facts.ts.
 */
import type { Config } from '../index.ts';
import { commentEndsEarly } from './file/comment-ends-early.ts';
import { containerManaged } from './file/container-managed.ts';
import { disabledSilencesOthers } from './file/disabled-silences-others.ts';
import { entityNotDecoded } from './file/entity-not-decoded.ts';
import { expectIgnored } from './file/expect-ignored.ts';
import { firstResponseDisabled } from './file/first-response-disabled.ts';
import { ignoredAttribute } from './file/ignored-attribute.ts';
import { managedElsewhere } from './file/managed-elsewhere.ts';
import { managerRefuses } from './file/manager-refuses.ts';
import { maskedValue } from './file/masked-value.ts';
import { noConfiguration } from './file/no-configuration.ts';
import { oneNodeOfCluster } from './file/one-node-of-cluster.ts';
import { repeatedTag } from './file/repeated-tag.ts';
import { strayText } from './file/stray-text.ts';
import { tagInsideValue } from './file/tag-inside-value.ts';
import { varElement } from './file/var-element.ts';
import { findInFacts, sortFindings, withAbout } from './find-in-facts.ts';
import type { Facts, FileCheck, Finding } from './finding.ts';
import { attachFixes } from './fix/attach-fixes.ts';

export { compareFindings, type FindingsDifference } from './compare-findings.ts';
export { CHECKS, findInFacts } from './find-in-facts.ts';
export { ownAddressesIn } from './own-addresses.ts';
export { factsIndexOf, type ModelFacts, type ResponseRef, responseRefOf, toFacts } from './to-facts.ts';

export const FILE_CHECKS: readonly FileCheck[] = [
  managerRefuses,
  noConfiguration,
  disabledSilencesOthers,
  firstResponseDisabled,
  commentEndsEarly,
  strayText,
  ignoredAttribute,
  varElement,
  repeatedTag,
  tagInsideValue,
  entityNotDecoded,
  expectIgnored,
  maskedValue,
  managedElsewhere,
  containerManaged,
  oneNodeOfCluster,
];

const CHECKS_OF_BROKEN_FILES: readonly FileCheck[] = [managerRefuses, commentEndsEarly, managedElsewhere];

/** Both kinds of checks. `facts` are those of the same file: `{ ...toFacts(config.model), agents, … }`. */
export const findInConfig = (config: Config, facts: Facts): Finding[] =>
  attachFixes(findWithoutFixes(config, facts), config, facts, findWithoutFixes);

/** The same, without trying fixes: quick. */
export function findWithoutFixes(config: Config, facts: Facts): Finding[] {
  // Behind an XML error nothing is certain, not even what was read before.
  const inFacts = config.tree.error ? [] : findInFacts(facts);
  const checks = config.tree.error ? CHECKS_OF_BROKEN_FILES : FILE_CHECKS;
  const inFile = checks.flatMap(({ run }) => run(config, facts));
  return sortFindings([
    ...inFacts,
    ...withAbout(
      inFile.filter((finding) => !isSaid(finding, inFacts)),
      facts,
    ),
  ]);
}

/** The manager's refusal needs no second finding where a check has already explained it. */
const isSaid = (finding: Finding, others: readonly Finding[]): boolean =>
  finding.id === managerRefuses.id &&
  others.some(
    ({ severity, subject, line }) =>
      severity === 'blocker' &&
      subject.kind === finding.subject.kind &&
      (subject.kind === 'file'
        ? line === finding.line
        : 'index' in finding.subject && finding.subject.index === subject.index),
  );
