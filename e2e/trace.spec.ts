// Ten faults, prepared in the files of the manager: each breaks the chain of the same alert at its own link.
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { TestManager } from './fixtures/manager.ts';
import { runNode } from './fixtures/run-node.ts';
import { expect, test } from './fixtures/test.ts';

type Fault = {
  name: string;
  /** Changes ossec.conf. */
  edit?: (text: string) => string;
  /** Changes something else of the manager. */
  prepare?: (manager: TestManager) => unknown;
  /** Facts of the pasted alert, and which response and agent to follow. */
  alert?: Record<string, string>;
  link: string;
  says: string | RegExp;
};

const bin = (manager: TestManager, name: string) => join(manager.directory, 'active-response/bin', name);
const inFirst = (from: string, to: string) => (text: string) => {
  const at = text.indexOf('<active-response>');
  return text.slice(0, at) + text.slice(at).replace(from, to);
};
const GOOD_AGENT = { id: 1, connection_status: 'active', version: 'Wazuh v4.14.7' };
const setAgent = ({ directory }: TestManager, agent: object) =>
  runNode([fileURLToPath(new URL('./fixtures/set-agent.ts', import.meta.url)), directory], agent);
const ON_MANAGER = inFirst('<location>local<', '<location>server<');
/** A password guess of now, on web-01: the first response, host-deny, runs for level 7 and up. */
const ALERT = { rule: '5763', level: '10', from: '001', srcip: '203.0.113.7', address: '203.0.113.7', user: 'root' };

const FAULTS: Fault[] = [
  {
    // First: the rules are read once in a few seconds.
    name: 'the rule says no_ar',
    prepare: ({ directory }) =>
      writeFileSync(
        join(directory, 'etc/rules/no_ar_rules.xml'),
        '<group name="local,sshd,">\n<rule id="5712" level="10" overwrite="yes"><options>no_ar</options><description>x</description></rule>\n</group>\n',
      ),
    alert: { rule: '5712' },
    ...{ link: 'rule', says: 'says no_ar' },
  },
  {
    name: 'the level is too high',
    edit: inFirst('<level>7<', '<level>12<'),
    ...{ link: 'bound', says: 'Level 10 is below 12' },
  },
  {
    name: 'the group does not match',
    edit: inFirst('<level>7</level>', '<level>7</level><rules_group>web,</rules_group>'),
    ...{ link: 'bound', says: 'do not match web,' },
  },
  {
    name: 'the address is on the white list',
    edit: (text) => text.replace('<white_list>127.0.0.1<', '<white_list>203.0.113.0/24<'),
    ...{ link: 'white-list', says: 'entry 203.0.113.0/24' },
  },
  {
    name: 'the response is disabled',
    edit: inFirst('<level>7</level>', '<level>7</level><disabled>yes</disabled>'),
    ...{ link: 'loaded', says: 'the manager drops it' },
  },
  {
    name: 'the last response is disabled, which silences all above',
    edit: (text) =>
      text.replace(
        '</ossec_config>\n\n<!-- Logs',
        '  <active-response><disabled>yes</disabled></active-response>\n</ossec_config>\n\n<!-- Logs',
      ),
    ...{ link: 'loaded', says: 'Nothing is sent to agents' },
  },
  {
    name: 'the alert has no srcip',
    alert: { srcip: '', address: '' },
    ...{ link: 'data', says: 'needs srcip, and the alert has none' },
  },
  {
    name: 'the agent is disconnected',
    prepare: (manager) => setAgent(manager, { ...GOOD_AGENT, connection_status: 'disconnected' }),
    ...{ link: 'agent', says: 'web-01 is disconnected now' },
  },
  {
    name: 'the agent is too old',
    prepare: (manager) => setAgent(manager, { ...GOOD_AGENT, version: 'Wazuh v3.13.6' }),
    ...{ link: 'agent', says: 'runs Wazuh 3.13.6' },
  },
  {
    name: 'the script is not executable',
    edit: ON_MANAGER,
    prepare: (manager) => chmodSync(bin(manager, 'host-deny'), 0o640),
    ...{ link: 'script', says: 'not executable' },
  },
  {
    name: 'the script is missing',
    edit: ON_MANAGER,
    prepare: (manager) => rmSync(bin(manager, 'host-deny')),
    ...{ link: 'script', says: 'is not in active-response/bin' },
  },
  {
    name: 'the script is for another system',
    alert: { from: '007' },
    ...{ link: 'script', says: 'win-fs-01 runs Windows' },
  },
];

/** The link of the chain that is broken first. */
const firstBroken = (page: Page) =>
  page.getByRole('list', { name: 'Links of the chain' }).locator('li[data-state="bad"]').first();

test('each of the prepared faults breaks the chain where it is, and an alert that ran has a whole one', async ({
  page,
  manager,
}) => {
  const original = manager.config();
  for (const { name, edit, prepare, alert, link, says } of FAULTS) {
    await test.step(name, async () => {
      manager.editOutside(() => edit?.(original) ?? original);
      await prepare?.(manager);
      const asked = new URLSearchParams({ ...ALERT, ...alert, response: 'r0' });
      await expect(async () => {
        await page.goto(`/trace?${asked}`);
        await expect(firstBroken(page)).toHaveAttribute('data-link', link, { timeout: 1000 });
      }).toPass();
      await expect(firstBroken(page)).toContainText(says);
      if (link === 'agent') await setAgent(manager, GOOD_AGENT);
    });
  }
  expect(manager.config()).toBe(original);
  const ran = ranOnce(manager);
  await page.goto('/trace');
  await page.getByRole('textbox', { name: 'JSON of an alert, or its id' }).fill('{"rule": ');
  await page.getByRole('button', { name: 'Follow this alert' }).click();
  await expect(page.getByText('This is not JSON: it ends too early')).toBeVisible();
  await page.getByRole('textbox', { name: 'JSON of an alert, or its id' }).fill(JSON.stringify(ran));
  await page.getByRole('button', { name: 'Follow this alert' }).click();
  await expect(
    page.getByRole('list', { name: 'Links of the chain' }).locator('li[data-link="reported"]'),
  ).toHaveAttribute('data-state', 'ok');
});

type Alert = { id: string; rule: { id: string }; data?: { parameters?: { alert: Alert } } };

/** An alert that host-deny reported. */
function ranOnce({ directory }: TestManager): Alert {
  const lines = readFileSync(join(directory, 'logs/alerts/alerts.json'), 'utf8').trim().split('\n');
  const alerts: Alert[] = lines.map((line) => JSON.parse(line));
  const id = alerts.findLast(({ rule }) => rule.id === '654')?.data?.parameters?.alert.id;
  const found = alerts.find((alert) => alert.id === id);
  if (!found) throw new Error('host-deny reported nothing');
  return found;
}
