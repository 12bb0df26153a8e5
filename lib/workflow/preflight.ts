/*
 * What could keep an apply from working, said before the click with what to do about it. Pure over facts; reads nothing.
 */
import type { ManagerInspection } from '../manager/manager.ts';
import type { PreflightCheck } from '../view/apply-effects.ts';

export type PreflightFacts = {
  inspection: ManagerInspection;
  /** Free bytes where Riposte keeps its state; null when unknown. */
  stateFreeBytes: number | null;
  /** Of the file that would be written. */
  fileBytes: number;
  /** Required daemons that are down now. */
  missing: readonly string[];
  /** The number of the apply that is under way; null when none is. */
  running: number | null;
};

const MB = 1024 * 1024;
const LOW_BYTES = 50 * MB;

/** All checks, in the order in which they matter. */
export function preflight(facts: PreflightFacts): PreflightCheck[] {
  const { inspection, stateFreeBytes, fileBytes } = facts;
  const least = MB + 4 * fileBytes;
  return [
    ...checkRunning(facts.running),
    checkWrite(inspection.write),
    checkRestart(inspection),
    ...checkLock(inspection.lock),
    checkManager(facts.missing),
    ...inspection.managedBy.map(checkManagedBy),
    checkSpace('space', 'the folder of ossec.conf', inspection.freeBytes, least),
    checkSpace('state-space', 'the state directory of Riposte', stateFreeBytes, least),
  ];
}

/** 3_200_000 → "3.1 MB" */
function inWords(bytes: number): string {
  if (bytes >= 1024 * MB) return `${(bytes / MB / 1024).toFixed(1)} GB`;
  return bytes >= 10 * MB ? `${Math.floor(bytes / MB)} MB` : `${(bytes / MB).toFixed(1)} MB`;
}

function checkRunning(running: number | null): PreflightCheck[] {
  if (running === null) return [];
  const link = { href: `/apply/${running}`, label: 'Show it' };
  const message = 'Another apply is under way.';
  return [{ key: 'running', state: 'stop', message, hint: 'Wait for it to end.', link }];
}

function checkWrite(write: ManagerInspection['write']): PreflightCheck {
  if (write.how === 'replace')
    return { key: 'write', state: 'ok', message: 'ossec.conf can be replaced in one step.', hint: '' };
  if (write.how === 'denied')
    return { key: 'write', state: 'stop', message: 'Riposte may not write ossec.conf.', hint: write.why };
  const message = 'ossec.conf will be written in place, not replaced in one step.';
  const hint = `${write.why} A copy is kept first: if it is cut off in the middle, Riposte puts the copy back.`;
  return { key: 'write', state: 'warn', message, hint };
}

function checkRestart({ mayRestart, restartHint }: ManagerInspection): PreflightCheck {
  if (mayRestart) return { key: 'restart', state: 'ok', message: 'Riposte may restart the manager.', hint: '' };
  const hint = restartHint ?? '';
  if (mayRestart === null) {
    const message = 'Whether Riposte may restart the manager shows when it tries.';
    return { key: 'restart', state: 'ok', message, hint, onRestart: true };
  }
  return {
    key: 'restart',
    state: 'stop',
    message: 'Riposte may not restart the manager.',
    hint: `${hint} Or untick “Restart the manager now”.`.trim(),
    onRestart: true,
  };
}

function checkLock(lock: ManagerInspection['lock']): PreflightCheck[] {
  if (!lock) return [];
  const who = lock.pid === null ? '' : ` (process ${lock.pid})`;
  const message = `The manager is being restarted by somebody else${who}.`;
  return [{ key: 'lock', state: 'warn', message, hint: 'Riposte waits for it.', onRestart: true }];
}

function checkManager(missing: readonly string[]): PreflightCheck {
  if (missing.length === 0) return { key: 'manager', state: 'ok', message: 'All required daemons are up.', hint: '' };
  const message = `The manager is not well already: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} down.`;
  const hint =
    'If it does not come up after the apply, your change need not be the cause, and going back may not bring it up either.';
  return { key: 'manager', state: 'warn', message, hint };
}

/** The inspection names a configuration tool, the image of a container, or a mount. */
function checkManagedBy({ tool, evidence }: ManagerInspection['managedBy'][number], at: number): PreflightCheck {
  const isMount = tool === 'a mount';
  const isImage = /container/i.test(tool);
  const message = isMount
    ? 'ossec.conf comes from outside this system.'
    : `${tool.charAt(0).toUpperCase()}${tool.slice(1)} writes ossec.conf, too.`;
  const gone = isImage ? 'Your change is gone at that start.' : 'Your change may be overwritten from there.';
  const link = { href: '/review/patch', label: 'Download the patch' };
  const hint = `${evidence} ${gone} Make the same change there.`;
  return { key: `managed-${at}`, state: 'warn', message, hint, link };
}

function checkSpace(key: string, where: string, free: number | null, least: number): PreflightCheck {
  if (free === null) return { key, state: 'ok', message: `The free space in ${where} is not known.`, hint: '' };
  const message = `${inWords(free)} free in ${where}.`;
  if (free < least) {
    return { key, state: 'stop', message, hint: `Riposte needs ${inWords(least)} to keep a copy. Free some space.` };
  }
  return free < LOW_BYTES
    ? { key, state: 'warn', message, hint: 'That is little. The manager needs space for its logs, too.' }
    : { key, state: 'ok', message, hint: '' };
}
