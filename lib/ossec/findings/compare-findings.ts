/*
 * What a draft does to the findings: which are new with it, which it mends, which stay. Blocks move when others come and
 * go, so a finding is known again by what its block says, or else by its words and place.
 */
import type { Finding } from './finding.ts';

export type FindingsDifference = {
  /** New with the draft. */
  added: Finding[];
  /** Gone with the draft. */
  fixed: Finding[];
  /** There before and after; as they are after. */
  staying: Finding[];
};

const placeOf = ({ subject }: Finding): string =>
  subject.kind === 'file' ? 'file' : `${subject.kind} ${subject.index}`;

/** From strict to loose. */
const KEYS: ((finding: Finding) => string)[] = [
  (finding) => JSON.stringify([finding.id, finding.subject.kind, finding.about ?? '', finding.title]),
  (finding) => JSON.stringify([finding.id, finding.title, placeOf(finding)]),
];

export function compareFindings(before: readonly Finding[], after: readonly Finding[]): FindingsDifference {
  const fixed = new Set(before);
  const added = new Set(after);
  for (const keyOf of KEYS) {
    const open = new Map<string, Finding[]>();
    for (const finding of fixed) open.set(keyOf(finding), [...(open.get(keyOf(finding)) ?? []), finding]);
    for (const finding of added) {
      const twin = open.get(keyOf(finding))?.shift();
      if (!twin) continue;
      fixed.delete(twin);
      added.delete(finding);
    }
  }
  return { added: [...added], fixed: [...fixed], staying: after.filter((finding) => !added.has(finding)) };
}
