/*
 * How the manager's engine goes through a pattern that repeats something: not by trying all ways, so it misses matches that
 * other engines find (dialect §9; `authentication_\w+s,$` does not match "authentication_success,"). A run yields at the
 * first character that the next item takes; having yielded in vain, a `+` before a plain character swallows one more
 * unseen. Never finds what is not there.
 */
import type { Alternative, Item } from './compile-pattern.ts';

/** The engine remembers so many places to go back to. */
const MAX_RETURNS = 4;
/** Against patterns made to take for ever. */
const MAX_STEPS = 200_000;

type Return = { item: number; at: number; isRunning: boolean };

type Walk = {
  items: readonly Item[];
  subject: string;
  at: number;
  item: number;
  /** The run at `item` has taken something already. */
  isRunning: boolean;
  /** Where something other than a run matched first: the next try starts behind it. */
  firstFixed: number;
  returns: Return[];
};

/** Does the alternative match somewhere in the subject (in lower case)? */
export function walkPattern(subject: string, { items, atStart, atEnd }: Alternative): boolean {
  const walk: Walk = { items, subject, at: 0, item: 0, isRunning: false, firstFixed: -1, returns: [] };
  for (let steps = 0; walk.at < subject.length && steps < MAX_STEPS; steps++) {
    if (!atEnd && isComplete(walk)) return true;
    if (step(walk)) continue;
    const back = walk.returns.pop();
    if (back) {
      Object.assign(walk, back, { at: back.at + 1 });
      continue;
    }
    if (atStart) return false;
    const next = (walk.firstFixed === -1 ? walk.at : walk.firstFixed) + 1;
    Object.assign(walk, { at: next, item: 0, isRunning: false, firstFixed: -1 });
  }
  return walk.at >= subject.length && isComplete(walk);
}

/** All that is left may match nothing. */
const isComplete = ({ items, item, isRunning }: Walk): boolean =>
  items.slice(item).every((one, index) => one.repeat === '*' || (index === 0 && isRunning));

/** One character, or the end of a run; false when the pattern fails here. */
function step(walk: Walk): boolean {
  const item = walk.items[walk.item];
  if (!item) return false;
  if (!item.takes(walk.subject.charCodeAt(walk.at))) return leaveRun(walk, item);
  if (!item.repeat) {
    if (walk.firstFixed === -1) walk.firstFixed = walk.at;
    walk.item++;
    walk.isRunning = false;
  } else if (walk.isRunning || item.repeat === '*') {
    lookAhead(walk);
  } else {
    walk.isRunning = true;
  }
  walk.at++;
  return true;
}

function leaveRun(walk: Walk, item: Item): boolean {
  const canLeave = item.repeat === '*' || (item.repeat === '+' && walk.isRunning);
  if (!canLeave) return false;
  walk.item++;
  walk.isRunning = false;
  return true;
}

/** In a run: does the next item take this character? Then the run yields to it, and remembers where. */
function lookAhead(walk: Walk): void {
  const next = walk.items[walk.item + 1];
  walk.isRunning = true;
  if (!next?.takes(walk.subject.charCodeAt(walk.at))) return;
  if (walk.returns.length < MAX_RETURNS) {
    walk.returns.push({ item: walk.item, at: walk.at, isRunning: next.literal === null });
  }
  walk.item += next.repeat ? 1 : 2;
  walk.isRunning = next.repeat !== null;
  if (!next.repeat && next.literal !== null && walk.firstFixed === -1) walk.firstFixed = walk.at;
}
