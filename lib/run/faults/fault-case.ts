/*
 * What one case of the fault suite is: a story (what is applied and how it is answered) and what goes wrong in it. Plain data,
 * so that it travels to a process of its own.
 */

/** What an apply is asked to do, and what the person does then. */
export type Story = {
  /** keep and revert are pressed as soon as they can be; nobody lets the time run out; unasked has no countdown. */
  answer: 'keep' | 'revert' | 'nobody' | 'unasked';
  /** False only writes. */
  restart: boolean;
  /** ossec.conf has a second name: it can't be replaced, only written in place. */
  inPlace: boolean;
  /** What is wrong with the manager at its first restart in this story. */
  manager: ManagerFault;
};

export type ManagerFault = 'well' | 'refuses' | 'hangs' | 'dies' | 'no-analysisd' | 'exit-1';

export type Fault =
  | { kind: 'none' }
  /** Writes down which points there are. */
  | { kind: 'record' }
  /** SIGKILL at a point. */
  | { kind: 'kill'; point: string }
  /** SIGKILL at a point, while a second Riposte on the same state is there to take over. */
  | { kind: 'kill-with-second'; point: string }
  /** SIGKILL at a point of the first life, and again at one of the second. */
  | { kind: 'kill-twice'; point: string; again: string }
  /** The disk says no at a point of a save. `times` saves in a row, then it works again. */
  | { kind: 'errno'; point: string; errno: 'ENOSPC' | 'EACCES' | 'EROFS' | 'EIO'; times: number }
  /** Riposte's own database takes nothing from the n-th statement on, for so many statements. */
  | { kind: 'database-full'; from: number; count: number }
  /** The clock of the wall is set, by so many hours, at a point. */
  | { kind: 'clock'; point: string; hours: number }
  /** The manager's log can't be read. */
  | { kind: 'no-log' }
  /** Two processes start the same apply at the same moment. */
  | { kind: 'two-at-once' }
  /** The manager is wrong at every restart, not only the first: the alarm, then a way out of it. */
  | { kind: 'manager-stays-wrong' };

export type FaultCase = { id: string; story: Story; fault: Fault };

/** What a process of a case is told to do, as JSON in its first argument. */
export type Errand = {
  managerDir: string;
  stateDir: string;
  /** apply: start it and bring it to its end. go-on: what a start of Riposte does. retry: Try again of the alarm. */
  work: 'apply' | 'go-on' | 'retry';
  story: Story;
  fault: Fault;
};
