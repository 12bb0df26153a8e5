/*
 * The numbers of one question while they are counted, by the numbers of words. Pure.
 */
import type { Vocabulary } from '../scan/vocabulary.ts';

export type Bucket = { alerts: Uint32Array<ArrayBuffer>; runs: Uint32Array<ArrayBuffer> };

export class Tally {
  alerts = 0;
  listed = 0;
  runs = 0;
  withoutAddress = 0;
  withoutUser = 0;
  readonly buckets = new Map<number, Bucket>();
  readonly minutes = new Map<number, number>();
  readonly agents: Uint32Array;
  readonly agentRuns: Uint32Array;
  readonly sources: Uint32Array;
  readonly users: Uint32Array;

  constructor({ agents, sources, users }: Vocabulary) {
    this.agents = new Uint32Array(agents.entries.length);
    this.agentRuns = new Uint32Array(agents.entries.length);
    this.sources = new Uint32Array(sources.entries.length);
    this.users = new Uint32Array(users.entries.length);
  }
}
