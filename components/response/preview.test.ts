import { expect, test } from 'vitest';
import { emptyResponse } from '@/lib/forms/response-form';
import { toText } from '@/lib/ossec/describe/phrase';
import { previewWords, stepSummary } from './preview-words';
import { commandXml, responseXml } from './preview-xml';
import { sampleData, sampleResponse, sampleValues } from './sample-form-data';

const xml = (values: object, guided = false) => responseXml({ ...sampleValues, ...values }, { original: null }, guided);
const words = (values: object) => {
  const { phrase, rest } = previewWords({ ...emptyResponse, ...values }, sampleData);
  return [toText(phrase), rest];
};

test('the XML is what the writer would write', () => {
  expect(xml({ ruleIds: [5758] })).toEqual([
    '<active-response>\n  <command>firewall-drop</command>\n  <location>local</location>\n  <level>10</level>\n  <rules_group>sshd,</rules_group>\n  <rules_id>5758</rules_id>\n  <timeout>600</timeout>\n</active-response>',
  ]);
});

test('the guided path marks the next question', () => {
  const [block] = xml({ location: null, duration: null, timeoutSeconds: null }, true);
  expect(block).toContain('  <!-- location: next step -->\n</active-response>');
});

test('a disabled response is shown inside its comment', () => {
  expect(xml({ enabled: false })[0]).toMatch(
    /^<!-- Switched off with Riposte\n<active-response>[\s\S]*<\/active-response>\n-->$/,
  );
});

test('what is no field of the form is kept in the preview', () => {
  const original = { ...sampleResponse, repeatedOffenders: '30,60' };
  expect(responseXml(sampleValues, { original }, false)[0]).toContain('<repeated_offenders>30,60</repeated_offenders>');
});

test('values that XML cannot carry are left out instead of breaking the preview', () => {
  expect(commandXml({ name: 'a<b', executable: 'run.sh', timeoutAllowed: true, extraArgs: '' })).not.toContain('a<b');
});

test('the sentence grows with the answers', () => {
  expect(words({})).toEqual(['', 'Choose a command to see the sentence.']);
  expect(words({ command: 'firewall-drop' })[1]).toBe('When, where and for how long: next steps.');
  expect(words({ command: 'firewall-drop', level: 10 })).toEqual([
    'When an alert has level 10 or higher, run firewall-drop.',
    'Where and for how long: next steps.',
  ]);
  expect(words({ command: 'firewall-drop', level: 10, location: 'all' })[0]).toMatch(/on every connected agent\.$/);
  expect(words(sampleValues)).toEqual([
    'When an alert has level 10 or higher and group sshd, run firewall-drop on the agent that alerted and undo it after 10 min.',
    null,
  ]);
});

test('a response that nothing sets off says so', () => {
  expect(words({ ...sampleValues, level: null, groups: [] })[0]).toMatch(/^Never fires/);
});

test('several agents are all named', () => {
  const [sentence] = words({ ...sampleValues, location: 'defined-agent', agentIds: ['001', '003'] });
  expect(sentence).toContain('each of the agents 001 (web-01) and 003 (win-01)');
  expect(stepSummary('location', { ...sampleValues, location: 'defined-agent', agentIds: ['001'] }, sampleData)).toBe(
    'Agent 001, web-01',
  );
});
