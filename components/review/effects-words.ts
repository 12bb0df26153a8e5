/* What an apply does, in words. */
import type { ApplyEffects, ExecdEffect, LiftedBlock, ReloadEffect } from '@/lib/view/apply-effects';

export const systemNames = {
  linux: 'Linux',
  windows: 'Windows',
  macos: 'macOS',
  unix: 'Unix',
  unknown: 'of unknown system',
} as const;

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const restartWords = ({ usualSeconds }: ApplyEffects): string =>
  usualSeconds === null ? 'No restart measured yet.' : `Takes about ${usualSeconds} s.`;

export function liftedTitle(lifted: readonly LiftedBlock[] | null): string {
  if (lifted === null) return 'Timed blocks in force are not known';
  if (lifted.length === 0) return 'No timed block ends early';
  return `${counted(lifted.length, 'timed block')} ${lifted.length === 1 ? 'ends' : 'end'} early`;
}

/** 45 → "45 s", 1800 → "30 min", 5000 → "1 h 23 min". */
export function timeLeft(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export function reloadTitle(reload: ReloadEffect | null): string {
  if (!reload) return 'No agent reloads';
  if (reload.connected === 0) return 'No agent is connected to reload';
  return `${counted(reload.connected, 'connected agent')} ${reload.connected === 1 ? 'reloads' : 'reload'}`;
}

/** "7 Linux, 2 Windows. 1 of them is older than 4.14 and restarts as a whole." */
export function reloadDetail({ systems, restarting }: ReloadEffect): string {
  const list = systems.map(({ system, count }) => `${count} ${systemNames[system]}`).join(', ');
  if (restarting === 0) return `${list}.`;
  const older =
    restarting === 1
      ? '1 of them is older than 4.14 and restarts'
      : `${restarting} of them are older than 4.14 and restart`;
  return `${list}. ${older} as a whole.`;
}

export function execdTitle({ state, wasSo }: ExecdEffect): string {
  if (state === 'dead') return 'wazuh-execd would not start';
  return wasSo ? 'wazuh-execd stays switched off on the manager' : 'wazuh-execd is switched off on the manager';
}

/** What no longer works, and whether Riposte needs it. */
export function execdDetail({ stopsOnManager, restartCommand }: ExecdEffect): string {
  const lost = stopsOnManager
    ? 'Responses on the manager itself do nothing, and a restart through the Wazuh API or its dashboard fails.'
    : 'A restart through the Wazuh API or its dashboard fails.';
  const own = restartCommand
    ? `Riposte restarts with ${restartCommand}, which does not need it.`
    : 'Riposte has no way to restart this manager either.';
  return `${lost} ${own}`;
}
