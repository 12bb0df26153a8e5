import { expect, test } from 'vitest';
import { emptyCommand } from '@/lib/forms/command-form';
import { emptyResponse } from '@/lib/forms/response-form';
import { countAgents, countWords, unfitSystems } from './all-guard';
import { sampleData, sampleValues } from './sample-form-data';
import { firstOpenStep, hasNoTrigger, problemsOf, problemsOfStep, stepOf } from './steps';

test('an empty form is stopped at the first step, and only by what that step asks', () => {
  const problems = problemsOf(emptyResponse, sampleData);
  expect(firstOpenStep(problems)).toBe('command');
  expect(Object.keys(problemsOfStep('command', problems))).toEqual(['command']);
  expect(problemsOfStep('trigger', problems)).toEqual({});
});

test('each answer opens the next step', () => {
  const at = (values: object) => firstOpenStep(problemsOf({ ...emptyResponse, ...values }, sampleData));
  expect(at({ command: 'firewall-drop' })).toBe('location');
  expect(at({ command: 'firewall-drop', location: 'local' })).toBe('duration');
  expect(at({ command: 'firewall-drop', location: 'local', duration: 'permanent' })).toBe('review');
});

test('a field of a new command belongs to the command step', () => {
  expect(stepOf('newCommand.name')).toBe('command');
  const problems = problemsOf({ ...sampleValues, command: '', newCommand: emptyCommand }, sampleData);
  expect(Object.keys(problemsOfStep('command', problems))).toEqual(['newCommand.name', 'newCommand.executable']);
});

test('a new command may not take a name that is there', () => {
  const newCommand = { ...emptyCommand, name: 'netsh', executable: 'netsh.exe' };
  expect(problemsOf({ ...sampleValues, newCommand }, sampleData)['newCommand.name']).toMatch(
    /already a command named netsh/,
  );
});

test('a time is refused where the command allows none', () => {
  expect(problemsOf({ ...sampleValues, command: 'notify' }, sampleData).duration).toMatch(/does not allow a timeout/);
  expect(problemsOf({ ...sampleValues, command: 'notify', duration: 'permanent' }, sampleData)).toEqual({});
});

test('a trigger without criteria is no error, but it is noticed', () => {
  const values = { ...sampleValues, level: null, groups: [] };
  expect(problemsOf(values, sampleData)).toEqual({});
  expect(hasNoTrigger(values)).toBe(true);
  expect(hasNoTrigger({ ...values, groupPattern: '' })).toBe(true);
  expect(hasNoTrigger({ ...values, ruleIds: [5710] })).toBe(false);
});

test('“all” needs the number of agents, exactly', () => {
  const all = { ...sampleValues, location: 'all' as const };
  expect(firstOpenStep(problemsOf(all, sampleData))).toBe('location');
  expect(problemsOf({ ...all, confirmedAgents: '3' }, sampleData).confirmedAgents).toMatch(/Type 4/);
  expect(problemsOf({ ...all, confirmedAgents: ' 4 ' }, sampleData)).toEqual({});
});

test('a response that ran on every agent before is not asked again', () => {
  expect(problemsOf({ ...sampleValues, location: 'all' }, { ...sampleData, wasOnAll: true })).toEqual({});
});

test('the guard counts agents as the manager knows them', () => {
  expect(countWords(countAgents(sampleData.agents))).toBe(
    '3 connected now: 1 Linux, 1 Windows, 1 of an unknown system',
  );
  const unknown = sampleData.agents.map((agent) => ({ ...agent, connection: 'unknown' as const }));
  expect(countWords(countAgents(unknown))).toMatch(/^How many are connected is not known/);
});

test('the guard names the systems on which a program does nothing', () => {
  expect(unfitSystems('firewall-drop', sampleData.agents)).toEqual([{ name: 'Windows', count: 1 }]);
});
