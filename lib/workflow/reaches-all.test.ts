import { expect, it } from 'vitest';
import { parseConfig } from '../ossec/index.ts';
import { reachesAll } from './reaches-all.ts';

const file = (response: string, executable = 'firewall-drop', before = '') =>
  parseConfig(
    Buffer.from(
      `<ossec_config>${before}<command><name>drop</name><executable>${executable}</executable></command><active-response><command>drop</command>${response}</active-response></ossec_config>`,
    ),
  ).model;
const onAll = '<location>all</location><level>7</level>';
const local = '<location>local</location><level>7</level>';

it.each([
  ['a response that goes to every agent', file(local), file(onAll), true],
  ['one that is on every agent and fires more often', file(onAll), file(onAll.replace('7', '3')), true],
  ['another program for one that is', file(onAll), file(onAll, 'restart-wazuh'), true],
  ['one that is switched on', file(`<disabled>yes</disabled>${onAll}`), file(onAll), true],
  ['what Wazuh reads as all, too', file(local), file(local.replace('local', 'ALL')), true],
  ['one that stays as it is, further down', file(onAll), file(onAll, 'firewall-drop', '<global/>\n\n'), false],
  ['one that leaves every agent', file(onAll), file(local), false],
  ['one that is switched off', file(onAll), file(`<disabled>yes</disabled>${onAll}`), false],
  ['one that runs where it alerted', file(local), file(local.replace('7', '3')), false],
])('%s: %#', (_, before, after, reaches) => {
  expect(reachesAll(before, after)).toBe(reaches);
});
