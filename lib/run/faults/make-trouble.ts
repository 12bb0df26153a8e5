/*
 * Turns the fault of a case into what happens at its point: the process is killed, an error is thrown, the clock is set.
 */
import type { Errand, Fault } from './fault-case.ts';
import type { Pass } from './fault-points.ts';

/** What to call at each numbered point. `note` gets every point; `fired` hears of a fault that leaves the process alive. */
export function makeTrouble({ fault, work }: Errand, note: Pass, fired: () => void): Pass {
  const act = actOf(fault, work, fired);
  return (point) => {
    note(point);
    act(point);
  };
}

const kill = () => process.kill(process.pid, 'SIGKILL');

function actOf(fault: Fault, work: Errand['work'], fired: () => void): Pass {
  const isFirstLife = work === 'apply';
  switch (fault.kind) {
    case 'kill':
    case 'kill-with-second':
      return (point) => {
        if (isFirstLife && point === fault.point) kill();
      };
    case 'kill-twice':
      return (point) => {
        if (point === (isFirstLife ? fault.point : fault.again)) kill();
      };
    case 'errno':
      return failAt(fault, fired);
    case 'database-full':
      return fillDatabase(fault, fired);
    case 'clock':
      return (point) => {
        if (!isFirstLife || point !== fault.point) return;
        setClock(fault.hours);
        fired();
      };
    default:
      return () => {};
  }
}

/** The same kind of point fails so many times in a row from the named one on. */
function failAt({ point, errno, times }: Extract<Fault, { kind: 'errno' }>, fired: () => void): Pass {
  const kind = point.split('#')[0];
  let left = 0;
  return (passed) => {
    if (passed === point) left = times;
    if (left === 0 || passed.split('#')[0] !== kind) return;
    left--;
    fired();
    throw Object.assign(new Error(errno), { code: errno });
  };
}

function fillDatabase({ from, count }: Extract<Fault, { kind: 'database-full' }>, fired: () => void): Pass {
  let passed = 0;
  return (point) => {
    if (!/^(insert|update|delete) .*:before/.test(point)) return;
    passed++;
    if (passed < from || passed >= from + count) return;
    fired();
    throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  };
}

function setClock(hours: number): void {
  const now = Date.now.bind(Date);
  Date.now = () => now() + hours * 3_600_000;
}
