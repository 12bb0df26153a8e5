/*
 * Which cases the suite has. The points of each story come from a run of it that records them: a step that is added to an
 * apply is killed at its boundaries without a line here. Deterministic: the same seed picks the same cases.
 */
import type { Fault, FaultCase, ManagerFault, Story } from './fault-case.ts';

const kept: Story = { answer: 'keep', restart: true, inPlace: false, manager: 'well' };

/** The stories that are killed at every point. */
export const STORIES: Record<string, Story> = {
  kept,
  'not-kept': { ...kept, answer: 'nobody' },
  'kept-in-place': { ...kept, inPlace: true },
  'not-kept-in-place': { ...kept, answer: 'nobody', inPlace: true },
  'only-written': { ...kept, answer: 'unasked', restart: false },
  refused: { ...kept, answer: 'unasked', manager: 'refuses' },
};

const WRONG: ManagerFault[] = ['refuses', 'hangs', 'dies', 'no-analysisd', 'exit-1'];
const ERRNOS = ['ENOSPC', 'EACCES', 'EROFS', 'EIO'] as const;

/** All cases, given the points of each story. Points that an earlier story passes the same way are not repeated. */
export function planCases(points: Record<string, string[]>): FaultCase[] {
  return [
    ...killEverywhere(points),
    ...WRONG.flatMap((manager) => wrongManager(manager)),
    ...diskSaysNo(points),
    ...databaseSaysNo(points.kept ?? []),
    ...clockIsSet(points.kept ?? []),
    ...secondProcess(points.kept ?? [], points['not-kept'] ?? []),
    ...['kept', 'not-kept', 'refused', 'kept-in-place'].map((name) => caseOf(name, { kind: 'no-log' })),
  ];
}

function caseOf(name: string, fault: Fault, story: Story = STORIES[name] ?? kept): FaultCase {
  const { kind, ...rest } = fault;
  const words = Object.values(rest).join(' ');
  return { id: `${name}, ${kind}${words ? ` ${words}` : ''}`, story, fault };
}

function killEverywhere(points: Record<string, string[]>): FaultCase[] {
  return Object.entries(points).flatMap(([name, passed]) => {
    // Stories differ in what comes after the write, or in how it is written.
    const known = new Set(name === 'kept' || name === 'kept-in-place' ? [] : points.kept);
    return passed.filter((point) => !known.has(point)).map((point) => caseOf(name, { kind: 'kill', point }));
  });
}

function wrongManager(manager: ManagerFault): FaultCase[] {
  const story: Story = { ...kept, manager };
  return [
    caseOf(`kept, manager ${manager}`, { kind: 'none' }, story),
    caseOf(`in place, manager ${manager}`, { kind: 'none' }, { ...story, inPlace: true }),
    caseOf(`unasked, manager ${manager}`, { kind: 'manager-stays-wrong' }, { ...story, answer: 'unasked' }),
  ];
}

function diskSaysNo(points: Record<string, string[]>): FaultCase[] {
  return ['not-kept', 'not-kept-in-place'].flatMap((name) =>
    (points[name] ?? [])
      .filter((point) => point.startsWith('disk ') && !point.includes(':after'))
      .flatMap((point, index) => {
        const errno = ERRNOS[index % ERRNOS.length] as (typeof ERRNOS)[number];
        return [1, 30].map((times) => caseOf(name, { kind: 'errno', point, errno, times }));
      }),
  );
}

function databaseSaysNo(points: string[]): FaultCase[] {
  const statements = points.filter((point) => /^(insert|update|delete) .*:before/.test(point)).length;
  const starts = [1, 3, 5, 8, 10, 12, 14, 16, 18, 20, 24, 28, 34, 40].filter((from) => from < statements - 2);
  return starts.flatMap((from) => [
    caseOf('kept', { kind: 'database-full', from, count: 1 }),
    caseOf('not-kept', { kind: 'database-full', from, count: 6 }),
  ]);
}

function clockIsSet(points: string[]): FaultCase[] {
  const places = points.filter((point) =>
    /saveConfig:before|restart:before|restart:after|loadArConf:after/.test(point),
  );
  return places.flatMap((point) =>
    [-2000, 2000].flatMap((hours) => [
      caseOf('kept', { kind: 'clock', point, hours }),
      caseOf('not-kept', { kind: 'clock', point, hours }),
    ]),
  );
}

const END = 'insert audit:after#1';

function secondProcess(points: string[], undone: string[]): FaultCase[] {
  const between = (list: string[], from: string) => list.slice(list.indexOf(from), list.indexOf('loadArConf:before#1'));
  const some = (list: string[], every: number) => list.filter((_, index) => index % every === 2);
  return [
    ...['kept', 'not-kept', 'kept-in-place', 'only-written'].map((name) => caseOf(name, { kind: 'two-at-once' })),
    ...some(points, 6).map((point) => caseOf('kept', { kind: 'kill-with-second', point })),
    // The next life ends every apply that it finds with a record; what was written is undone before that.
    ...some(between(points, 'commit:after#1'), 5).map((point) =>
      caseOf('kept', { kind: 'kill-twice', point, again: END }),
    ),
    ...some(between(points, 'disk rename:after#1'), 4).flatMap((point) =>
      ['saveConfig:before#1', 'disk rename:after#1'].map((again) =>
        caseOf('kept', { kind: 'kill-twice', point, again }),
      ),
    ),
    ...some(between(undone, 'commit:after#1'), 6).map((point) =>
      caseOf('not-kept', { kind: 'kill-twice', point, again: END }),
    ),
  ];
}

/** `count` of the cases, spread over all of them, another choice with each seed. */
export function pickCases(cases: readonly FaultCase[], count: number, seed: number): FaultCase[] {
  if (count >= cases.length) return [...cases];
  const stride = cases.length / count;
  return Array.from({ length: count }, (_, index) => {
    const at = Math.floor(index * stride + (((seed * 2654435761 + index * 40503) >>> 0) % 1000) * (stride / 1000));
    return cases[Math.min(at, cases.length - 1)] as FaultCase;
  });
}
