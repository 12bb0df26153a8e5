/*
 * What an apply does besides writing the file, and what could keep it from working: as Review shows it, before the click.
 * Plain shapes; who fills them is lib/workflow/apply-effects.ts and preflight.ts.
 */
import type { AgentSystem } from '../manager/manager.ts';

/** A timed block that the restart ends early. */
export type LiftedBlock = {
  /** "the manager", or the agent's name. */
  where: string;
  command: string;
  target: string;
  /** Null when nobody knows how long it would have lasted. */
  secondsLeft: number | null;
};

export type ArConfEffect = {
  /** Its text will be another: then every connected agent gets a new shared file. */
  changes: boolean;
  /** Entries as ar.conf spells them: "firewall-drop600 - firewall-drop - 600". */
  added: string[];
  removed: string[];
};

export type ReloadEffect = {
  connected: number;
  systems: { system: AgentSystem; count: number }[];
  /** Agents before 4.14 restart as a whole; others reload. Those of unknown version count as neither. */
  restarting: number;
  windows: number;
  /** Said when not all agents, or not all of their systems, could be read. */
  note: string | null;
};

export type ExecdEffect = {
  /** 'off': execd runs but takes no orders. 'dead': it would not start. */
  state: 'off' | 'dead';
  /** The file on disk does so already. */
  wasSo: boolean;
  /** Responses of the planned file that run on the manager itself. */
  stopsOnManager: boolean;
  /** How Riposte restarts all the same; null when it can't. */
  restartCommand: string | null;
};

export type ApplyEffects = {
  usualSeconds: number | null;
  /** Null when the manager's records of blocks can't be read. */
  lifted: LiftedBlock[] | null;
  arConf: ArConfEffect;
  /** Null when ar.conf stays as it is: no agent reloads. */
  reload: ReloadEffect | null;
  /** Null when execd works with the planned file. */
  execd: ExecdEffect | null;
};

export type CheckState = 'ok' | 'warn' | 'stop';

export type PreflightCheck = {
  key: string;
  state: CheckState;
  message: string;
  /** What to do; empty when all is well. */
  hint: string;
  /** It matters only when the manager is to be restarted. */
  onRestart?: true;
  /** Where the hint leads. */
  link?: { href: string; label: string };
};
