/*
 * Owns what the server and the process that holds the index say to each other. Plain data over the channel between them.
 */

import type { ManagerFailure } from '../../../manager/manager.ts';
import type { AlertHistory } from '../../alert-history.ts';
import type { EngineOptions } from '../engine.ts';

export const QUESTIONS = [
  'loadCoverage',
  'loadVariants',
  'count',
  'loadPeak',
  'loadAlerts',
  'loadReports',
  'findAlert',
] as const satisfies readonly (keyof AlertHistory)[];

export type Question = (typeof QUESTIONS)[number];

export type ToChild =
  | { kind: 'open'; options: EngineOptions }
  | { kind: 'ask'; number: number; question: Question; argument: unknown }
  | { kind: 'stop' }
  | { kind: 'resume' }
  | { kind: 'close' };

export type FromChild =
  /** The index is open. */
  | { kind: 'opened' }
  /** The process ends, and why. */
  | { kind: 'ending'; failure: ManagerFailure }
  | { kind: 'answer'; number: number; value: unknown };
