/*
 * The response form's values. Pure; knows no React and no zod: it travels to the browser.
 */
import type { Location } from '../ossec/model/config-model.ts';
import type { CommandFormValues } from './command-form.ts';

export type ResponseFormValues = {
  /** Name of a command; ignored while `newCommand` is given. */
  command: string;
  /** A command defined on the spot. */
  newCommand: CommandFormValues | null;
  level: number | null;
  groups: string[];
  /** A pattern that a list of names can't say; null while names are used. */
  groupPattern: string | null;
  ruleIds: number[];
  location: Location | null;
  agentIds: string[];
  /** The number of agents, typed by the admin, before `all` can be saved. */
  confirmedAgents: string;
  duration: 'timed' | 'permanent' | null;
  timeoutSeconds: number | null;
  enabled: boolean;
};

export const emptyResponse: ResponseFormValues = {
  command: '',
  newCommand: null,
  level: null,
  groups: [],
  groupPattern: null,
  ruleIds: [],
  location: null,
  agentIds: [],
  confirmedAgents: '',
  duration: null,
  timeoutSeconds: null,
  enabled: true,
};

/** What the form is about: a new response, one of the file, or one that exists only in the draft. */
export type ResponseFormTarget =
  | { kind: 'new' }
  | { kind: 'block'; index: number; fingerprint: string }
  | { kind: 'commented'; commented: number; fingerprint: string }
  | { kind: 'added'; changeId: string };
