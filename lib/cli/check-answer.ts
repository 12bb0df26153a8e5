/*
 * The answer of `check` under the keys of the contract (../shared/contracts/cli.md). Nothing but the contract's keys.
 */
import type { Change } from '../ossec/edit/change.ts';
import { findInConfig, ownAddressesIn, toFacts } from '../ossec/findings/find-all.ts';
import type { Finding } from '../ossec/findings/finding.ts';
import type { Config } from '../ossec/index.ts';
import type { LoadedCommand, LoadedResponse, Verdict } from '../ossec/model/verdict.ts';

export type FindingAnswer = {
  id: string;
  severity: 'error' | 'warning' | 'note';
  line: number | null;
  message: string;
  fix?: Change;
};

export type CheckAnswer = {
  file: string;
  xml: Verdict['xml'];
  accepted: boolean;
  errors: string[];
  warnings: string[];
  infos: string[];
  commands: LoadedCommand[];
  responses: Omit<LoadedResponse, 'block'>[];
  queues: Verdict['queues'];
  execd: { starts: boolean; disabled: boolean };
  arConf: string;
  findings: FindingAnswer[];
};

export function checkAnswer(file: string, config: Config): CheckAnswer {
  const { xml, accepted, errors, warnings, infos, commands, responses, queues, execd, arConf } = config.verdict;
  return {
    file,
    xml,
    accepted,
    errors,
    warnings,
    infos,
    commands,
    responses: responses.map(({ block: _, ...response }) => response),
    queues,
    execd: { starts: execd.starts, disabled: execd.disabled },
    arConf,
    findings: findingsOf(config).map(findingAnswer),
  };
}

/** What the checks say without knowing agents, scripts or rules of the manager. */
const findingsOf = (config: Config): Finding[] =>
  findInConfig(config, {
    ...toFacts(config.model),
    agents: null,
    scripts: null,
    rules: null,
    ownAddresses: ownAddressesIn(config),
  });

/** A fix of several changes that belong together is left out: the contract has room for one. */
function findingAnswer({ id, severity, line, title, detail, fix = [] }: Finding): FindingAnswer {
  return {
    id,
    severity: severity === 'blocker' ? 'error' : severity,
    line,
    message: joinSentences(title, detail),
    ...(fix.length === 1 && { fix: fix[0] as Change }),
  };
}

/** Titles stand alone on a page and have no full stop. */
export const joinSentences = (title: string, detail: string): string =>
  `${/[.!?]$/.test(title) ? title : `${title}.`} ${detail}`.trim();
