import { describe, expect, it } from 'vitest';
import { responseFacts } from '../ossec/edit/outcome.ts';
import type { ResponseFacts } from '../ossec/findings/finding.ts';
import { arbitraryConfig } from '../ossec/fixtures/arbitrary-config.ts';
import { holdsFor } from '../ossec/fixtures/law.ts';
import { parseConfigText, planChanges } from '../ossec/index.ts';
import { responseChanges, responseFactsOf, responseValues } from './response-changes.ts';
import { emptyResponse, type ResponseFormValues } from './response-form.ts';

const facts = (over: Partial<ResponseFacts> = {}): ResponseFacts => ({
  ...{ command: 'drop', location: 'local', agentId: null, level: null, rulesGroup: null, rulesId: null, timeout: null },
  ...{ repeatedOffenders: null, off: false, line: 5 },
  ...over,
});
const target = { kind: 'block', index: 3, fingerprint: 'f' } as const;
const place = { op: 'edit-response', index: 3, fingerprint: 'f' };

/** The changes of opening the form on a block, touching some fields and saving. */
function touched(was: Partial<ResponseFacts>, touch: Partial<ResponseFormValues> = {}, timeoutAllowed = true) {
  const before = { facts: facts(was), timeoutAllowed };
  return responseChanges(target, { ...responseValues(before.facts, timeoutAllowed), ...touch }, before);
}

it('saving what the form shows of a block changes nothing, however the block is spelled', () => {
  let blocks = 0;
  holdsFor(arbitraryConfig, 400, (text) => {
    const { model } = parseConfigText(text);
    for (const block of [...model.responses, ...model.commented]) {
      for (const timeoutAllowed of [true, false]) {
        const before = { facts: responseFacts(block), timeoutAllowed };
        expect(responseChanges(target, responseValues(before.facts, timeoutAllowed), before)).toEqual([]);
      }
      blocks++;
    }
  });
  expect(blocks).toBeGreaterThan(300);
});

it('put-get: what the form is set to is what a planned block shows', () => {
  let planned = 0;
  const wanted = {
    level: 9,
    groups: ['sshd', 'web'],
    groupPattern: null,
    ruleIds: [7, 5],
    location: 'server' as const,
  };
  holdsFor(arbitraryConfig, 300, (text) => {
    const config = parseConfigText(text);
    const block = config.model.responses.find((one) => !one.disabled);
    if (!block) return;
    const before = { facts: responseFacts(block), timeoutAllowed: true };
    const values = { ...responseValues(before.facts, true), ...wanted };
    const at = { kind: 'block', index: block.index, fingerprint: block.fingerprint } as const;
    const plan = planChanges(config, responseChanges(at, values, before));
    if (!plan.ok) return;
    planned++;
    const after = plan.after.model.responses[block.index] ?? block;
    expect(responseValues(responseFacts(after), true)).toEqual({ ...values, agentIds: [] });
  });
  expect(planned).toBeGreaterThan(60);
});

describe('odd spellings stay while nobody touches them', () => {
  it.each<[string, Partial<ResponseFacts>, boolean]>([
    ['a list with blanks', { rulesId: '5710, 5712' }, true],
    ['a list that ends early', { rulesId: '5710 x,5712' }, true],
    ['a pattern of groups', { rulesGroup: '^sshd|web' }, true],
    ['a pattern with blanks', { rulesGroup: ' sshd,' }, true],
    ['an empty group', { rulesGroup: '' }, true],
    ['an unknown location', { location: 'Localhost' }, true],
    ['no location at all', { location: null }, true],
    ['no command at all', { command: null }, true],
    ['a timeout in minutes', { timeout: '10m' }, true],
    ['a timeout of nothing', { timeout: '0' }, true],
    ['a timeout that the command does not allow', { timeout: '600' }, false],
    ['a level with a nought', { level: '07' }, true],
    ['a level of 0', { level: '0' }, true],
    ['an agent of one digit', { location: 'defined-agent', agentId: '7' }, true],
    ['an agent that is ignored', { location: 'server', agentId: '007' }, true],
    ['a switched-off response', { off: true }, true],
  ])('%s', (_, was, timeoutAllowed) => {
    expect(touched(was, {}, timeoutAllowed)).toEqual([]);
  });
});

describe('only what was touched is written', () => {
  it.each<[string, Partial<ResponseFacts>, Partial<ResponseFormValues>, object[]]>([
    ['a level', { timeout: '10m', rulesId: '1, 2' }, { level: 3 }, [{ set: { level: 3 } }]],
    ['no level any more', { level: '7' }, { level: null }, [{ set: {}, unset: ['level'] }]],
    ['names of groups', { rulesGroup: 'a,' }, { groups: ['a', 'b'] }, [{ set: { rulesGroup: ['a', 'b'] } }]],
    ['a pattern instead of names', { rulesGroup: 'a,' }, { groupPattern: '^a' }, [{ set: { rulesGroup: '^a' } }]],
    ['no pattern any more', { rulesGroup: '^a' }, { groupPattern: null }, [{ set: {}, unset: ['rulesGroup'] }]],
    ['rule ids', { rulesId: '1, 2' }, { ruleIds: [1, 2, 3] }, [{ set: { rulesId: [1, 2, 3] } }]],
    ['for good', { timeout: '600' }, { duration: 'permanent' }, [{ set: {}, unset: ['timeout'] }]],
    ['for a while', {}, { duration: 'timed', timeoutSeconds: 60 }, [{ set: { timeout: 60 } }]],
    [
      'one agent',
      {},
      { location: 'defined-agent', agentIds: ['002'] },
      [{ set: { location: 'defined-agent', agentId: '002' } }],
    ],
    [
      'no agent any more',
      { location: 'defined-agent', agentId: '002' },
      { location: 'all' },
      [{ set: { location: 'all' }, unset: ['agentId'] }],
    ],
  ])('%s', (_, was, touch, expected) => {
    expect(touched(was, touch)).toEqual(expected.map((one) => ({ ...place, ...one })));
  });

  it('a switch', () => {
    expect(touched({}, { enabled: false })).toEqual([{ ...place, op: 'disable-response' }]);
    expect(touched({ off: true }, { enabled: true })).toEqual([{ ...place, op: 'enable-response' }]);
  });

  it('a sleeping timeout goes when the new command would wake it up', () => {
    const changes = touched({ timeout: '600' }, { command: 'other' }, false);
    expect(changes).toEqual([{ ...place, set: { command: 'other' }, unset: ['timeout'] }]);
  });

  it('more agents become blocks of their own, and the block keeps its agent', () => {
    const was = { location: 'defined-agent', agentId: '2', level: '7' };
    const changes = touched(was, { agentIds: ['001', '002', '001', '003'] });
    const added = { command: 'drop', location: 'defined-agent', level: 7 };
    expect(changes).toEqual([
      { op: 'add-response', response: { ...added, agentId: '001' } },
      { op: 'add-response', response: { ...added, agentId: '003' } },
    ]);
  });
});

it('a command defined on the spot comes along with the response that uses it', () => {
  const newCommand = { name: 'new', executable: 'new.sh', timeoutAllowed: false, extraArgs: '' };
  const values = { ...emptyResponse, newCommand, location: 'local', duration: 'permanent' } as const;
  expect(responseChanges({ kind: 'new' }, values, null)).toEqual([
    { op: 'add-command', command: { name: 'new', executable: 'new.sh', timeoutAllowed: false } },
    { op: 'add-response', response: { command: 'new', location: 'local' } },
  ]);
  expect(responseFactsOf(values)).toMatchObject({ command: 'new', timeout: null, off: false });
});
