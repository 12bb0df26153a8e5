import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runInMemory } from './memory-io.ts';

const GOOD = `<ossec_config>
  <command><name>c</name><executable>x</executable></command>
  <active-response><command>c</command><location>local</location><level>5</level></active-response>
</ossec_config>
`;

describe('riposte check', () => {
  it('answers one document a line, in the order given', async () => {
    const { code, out } = await runInMemory(['check', 'a', 'b', '--json'], { a: GOOD, b: '<ossec_config>' });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ file, accepted }) => [file, accepted])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(code).toBe(1);
  });

  it('has exactly the keys of the contract', async () => {
    const { code, out } = await runInMemory(['check', 'a', '--json'], { a: GOOD });
    const { findings, ...answer } = JSON.parse(out);
    expect(code).toBe(0);
    expect(answer).toEqual({
      file: 'a',
      xml: { ok: true, error: null, line: null },
      accepted: true,
      errors: [],
      warnings: [],
      infos: [],
      commands: [{ name: 'c', executable: 'x', timeoutAllowed: false, extraArgs: null }],
      responses: [
        {
          name: 'c0',
          command: 'c',
          executable: 'x',
          timeout: 0,
          location: ['REMOTE_AGENT'],
          agentId: null,
          level: 5,
          rulesId: null,
          rulesGroup: null,
        },
      ],
      queues: { local: true, remote: true },
      execd: { starts: true, disabled: false },
      arConf: 'c0 - x - 0\n',
    });
    for (const finding of findings)
      expect(Object.keys(finding).filter((key) => key !== 'fix')).toEqual(['id', 'severity', 'line', 'message']);
  });

  it('calls a blocker an error, and offers a fix that can be planned', async () => {
    const block = '<active-response><command>c</command><location>local</location><level>5</level></active-response>';
    const twice = GOOD.replace('</ossec_config>', `${block}\n</ossec_config>`);
    const { out } = await runInMemory(['check', 'a', '--json'], { a: twice });
    const finding = JSON.parse(out).findings.find(({ id }: { id: string }) => id === 'duplicate-response');
    expect(finding).toMatchObject({ severity: 'warning', fix: { op: 'remove-response', index: 1 } });
    const bad = await runInMemory(['check', 'a', '--json'], { a: GOOD.replace('>5<', '>x<') });
    expect(JSON.parse(bad.out).findings.map(({ severity }: { severity: string }) => severity)).toContain('error');
    expect(bad.out).not.toContain('blocker');
  });

  it('says it in words, too', async () => {
    const { out } = await runInMemory(['check', 'a'], { a: GOOD });
    expect(out).toContain('Accepted: 1 command, 1 response in use.');
    expect(out).toContain('c  on the agent that alerted  no undo  when level ≥ 5');
  });

  it('exits with 2 when a file is missing, and still checks the others', async () => {
    const { code, out, said } = await runInMemory(['check', 'nope', 'a', '--json'], { a: GOOD });
    expect(code).toBe(2);
    expect(JSON.parse(out).file).toBe('a');
    expect(said).toBe("Can't read nope: there is no such file.\n");
  });

  it.each([
    [[]],
    [['nope']],
    [['check']],
    [['check', 'a', '--bogus']],
    [['check', 'a', '--out', 'b']],
    [['bind', 'a']],
  ])('exits with 2 on %j, and answers nothing', async (args) => {
    expect(await runInMemory(args, { a: GOOD })).toMatchObject({ code: 2, out: '' });
  });
});

const RECORDED = new URL('../../../shared/wazuh/dialect-cases.json', import.meta.url);
const present = existsSync(RECORDED);
if (!present) console.warn('../shared is absent: check is not compared with the recorded verdicts.');

type Recorded = Record<string, unknown> & { crash?: unknown };
type Case = { id: string; input?: string; inputBase64?: string; expect: Recorded };

/** The contract's keys for what the manager recorded; only those that were recorded. */
function expectedOf(recorded: Recorded): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  const put = (key: string, value: unknown) => {
    if (value !== undefined) answer[key] = value;
  };
  type Row = Record<string, unknown>;
  const { xmlOk, xmlError, xmlErrorLine, arFlag, execd, commands, activeResponses } = recorded as Record<
    string,
    never
  > & {
    arFlag?: { LOCAL_AR: boolean; REMOTE_AR: boolean };
    execd?: { starts: boolean; disabled: boolean };
    commands?: Row[];
    activeResponses?: (Row & { location: string[] })[];
  };
  put('xml', { ok: xmlOk, error: xmlError, line: xmlErrorLine });
  put('accepted', recorded.configOk);
  for (const key of ['errors', 'warnings', 'infos', 'arConf']) put(key, recorded[key]);
  put('queues', arFlag && { local: arFlag.LOCAL_AR, remote: arFlag.REMOTE_AR });
  put('execd', execd && { starts: execd.starts, disabled: execd.disabled });
  put(
    'commands',
    commands?.map(({ timeout_allowed: allowed, extra_args: extraArgs, ...row }) => ({
      ...row,
      timeoutAllowed: allowed === 1,
      extraArgs,
    })),
  );
  put(
    'responses',
    activeResponses?.map(({ agent_id: agentId, rules_id: rulesId, rules_group: rulesGroup, location, ...row }) => ({
      ...row,
      agentId,
      rulesId,
      rulesGroup,
      location: [...location].sort(),
    })),
  );
  return answer;
}

describe.skipIf(!present)('riposte check on the recorded cases', () => {
  const cases = (present ? JSON.parse(readFileSync(RECORDED, 'utf8')) : []) as Case[];

  it.each(cases.map((one) => [one.id, one] as const))('%s', async (_, { input, inputBase64, expect: recorded }) => {
    const content = input ?? new Uint8Array(Buffer.from(inputBase64 ?? '', 'base64'));
    const { code, out } = await runInMemory(['check', 'f', '--json'], { f: content });
    const answer = JSON.parse(out);
    expect(answer).toMatchObject(expectedOf(recorded));
    expect(code).toBe(answer.accepted ? 0 : 1);
  });
});
