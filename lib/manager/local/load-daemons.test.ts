import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDaemons } from './load-daemons.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-daemons-'));
  await mkdir(join(directory, 'etc'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const requires = async (name: string, config: string) => {
  await writeFile(join(directory, 'etc/ossec.conf'), config);
  return (await loadDaemons(directory, 'wazuh')).find((daemon) => daemon.name === name)?.required;
};

/* As wazuh-control finds it with grep, line by line (wazuh-facts §1.5). */
describe('authd is required where wazuh-control starts it', () => {
  const cases: [string, string, boolean][] = [
    ['by default', '<auth>\n  <disabled>no</disabled>\n</auth>\n', true],
    ['not when it is disabled', '<auth>\n  <disabled>yes</disabled>\n</auth>\n', false],
    ['not without its section', '<ossec_config>\n</ossec_config>\n', false],
    ['whatever else is disabled', '<cluster>\n<disabled>yes</disabled>\n</cluster>\n<auth>\n</auth>\n', true],
    ['not when the whole section is one line', '<auth><disabled>yes</disabled></auth>\n', false],
    [
      'when there are two sections: grep can make nothing of them',
      '<auth>\n<disabled>yes</disabled>\n</auth>\n'.repeat(2),
      true,
    ],
  ];
  test.each(cases)('%s', async (_, config, isRequired) => {
    expect(await requires('wazuh-authd', config)).toBe(isRequired);
  });

  test('and nothing else changes with it', async () => {
    expect(await requires('wazuh-analysisd', '')).toBe(true);
    expect(await requires('wazuh-maild', '<auth>\n</auth>\n')).toBe(false);
  });

  test('a file that cannot be read says nothing', async () => {
    await rm(join(directory, 'etc/ossec.conf'));
    const daemons = await loadDaemons(directory, 'wazuh');
    expect(daemons.find(({ name }) => name === 'wazuh-authd')?.required).toBe(true);
  });
});
