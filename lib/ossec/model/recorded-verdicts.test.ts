import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeText, toByteString } from '../byte-text.ts';
import { parseConfigText } from '../index.ts';
import type { Verdict } from './verdict.ts';

const SHARED = new URL('../../../../shared/wazuh/', import.meta.url);
const present = existsSync(SHARED);
if (!present) console.warn('../shared is absent: the recorded verdicts of the real manager are not compared.');

type Recorded = Record<string, unknown>;
type Case = { id: string; title: string; input?: string; inputBase64?: string; expect: Recorded };

const sorted = (list: string[]) => [...list].sort();

/** Our verdict under the manager's own key names. */
function asRecorded({ xml, accepted, queues, execd, ...verdict }: Verdict): Recorded {
  return {
    xmlOk: xml.ok,
    xmlError: xml.error,
    xmlErrorLine: xml.line,
    configOk: accepted,
    errors: verdict.errors,
    warnings: verdict.warnings,
    infos: verdict.infos,
    commands: verdict.commands.map(({ timeoutAllowed, extraArgs, ...command }) => ({
      ...command,
      timeout_allowed: timeoutAllowed ? 1 : 0,
      extra_args: extraArgs,
    })),
    activeResponses: verdict.responses.map(({ agentId, rulesId, rulesGroup, block: _, ...response }) => ({
      ...response,
      agent_id: agentId,
      rules_id: rulesId,
      rules_group: rulesGroup,
    })),
    arFlag: {
      value: (queues.remote ? 1 : 0) + (queues.local ? 2 : 0),
      REMOTE_AR: queues.remote,
      LOCAL_AR: queues.local,
    },
    arConf: verdict.arConf,
    execd: { starts: execd.starts, disabled: execd.disabled, repeatedOffenders: execd.repeatedOffendersMinutes },
    crash: verdict.crashes,
  };
}

function expected(recorded: Recorded): Recorded {
  const responses = recorded.activeResponses as { location: string[] }[] | undefined;
  const crash = recorded.crash !== undefined;
  return {
    ...recorded,
    crash,
    ...(responses && { activeResponses: responses.map((one) => ({ ...one, location: sorted(one.location) })) }),
  };
}

/** The recorded values, however deep. */
const countFields = (value: unknown): number =>
  value !== null && typeof value === 'object'
    ? Object.values(value).reduce<number>((sum, one) => sum + countFields(one), 0)
    : 1;

const read = (path: string) => readFileSync(new URL(path, SHARED), 'utf8');

describe.skipIf(!present)('the recorded verdicts of the real 4.14.7 manager', () => {
  const cases = present ? (JSON.parse(read('dialect-cases.json')) as Case[]) : [];
  const agreeing = { cases: 0, fields: 0 };

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { input, inputBase64, expect: recorded }) => {
    const text = input === undefined ? toByteString(Buffer.from(inputBase64 ?? '', 'base64')) : encodeText(input);
    const ours = asRecorded(parseConfigText(text).verdict);
    expect(ours).toMatchObject(expected(recorded));
    agreeing.cases++;
    agreeing.fields += countFields(recorded);
  });

  it('agrees on every file of the corpus', () => {
    const rows = read('corpus/verdicts.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const { n: _, file, logs, ...recorded } of rows) {
      const verdict = parseConfigText(toByteString(readFileSync(new URL(`corpus/${file}`, SHARED)))).verdict;
      expect({ file, ...asRecorded(verdict) }).toMatchObject({ file, ...expected(recorded) });
      const said = logs.map((log: { msg: string }) => log.msg);
      expect([...verdict.warnings, ...verdict.infos, ...verdict.errors]).toEqual(expect.arrayContaining(said));
    }
    const { cases: count, fields } = agreeing;
    const all = `${count} of ${cases.length} cases (${fields} recorded fields)`;
    console.info(`recorded verdicts: ${all} and ${rows.length} corpus files agree`);
    expect(count).toBe(cases.length);
  });
});
