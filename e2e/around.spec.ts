// What stands around the changes: endpoint steps, the patch, a large configuration, the address guard.
import { readFileSync } from 'node:fs';
import { benchConfig } from '../lib/run/bench-config.mjs';
import { expectDraft, rowAction, rowOf } from './fixtures/draft.ts';
import { expect, margin, test } from './fixtures/test.ts';

test("a script of one's own gets its steps with its name filled in; a stock script needs none", async ({ page }) => {
  await page.goto('/endpoints?system=linux&script=quarantine.sh');
  await expect(page.getByText('chmod 750 /var/ossec/active-response/bin/quarantine.sh')).toBeVisible();
  await expect(page.getByText('chown root:wazuh /var/ossec/active-response/bin/quarantine.sh')).toBeVisible();
  await page.getByRole('link', { name: /^macOS/ }).click();
  await expect(page.getByText('/Library/Ossec/active-response/bin/quarantine.sh').first()).toBeVisible();
  await page.goto('/endpoints?system=linux&script=firewall-drop');
  await expect(page.getByText('Nothing to install for firewall-drop')).toBeVisible();
  await expect(page.getByText('chmod 750')).toHaveCount(0);
});

test('the downloaded patch is the diff, and applies', async ({ page, manager, server }) => {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/review');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Patch' }).click();
  const patch = readFileSync(await (await download).path(), 'utf8');
  expect(patch).toBe(
    `${margin(`
      |--- a/etc/ossec.conf
      |+++ b/etc/ossec.conf
      |@@ -231,12 +231,6 @@
      |     <timeout>1800</timeout>
      |   </active-response>
      |${' '}
      |-  <active-response>
      |-    <command>yara_linux</command>
      |-    <location>local</location>
      |-    <rules_id>550,554</rules_id>
      |-  </active-response>
      |-
      |   <active-response>
      |     <command>netsh</command>
      |     <location>local</location>
    `)}\n`,
  );
  expect(await (await page.request.get(`${server.url}/review/patch`)).text()).toBe(patch);
  expect((await fetch(`${server.url}/review/patch`)).status, 'the patch for nobody').toBe(401);
  expect(manager.diff()).toBe('');
});

test.describe('with 500 responses', () => {
  test.use({ managerOptions: { config: benchConfig(500) } });

  test('the list can be read, filtered and worked with', async ({ page, manager }) => {
    await page.goto('/responses');
    await expect(page.getByRole('tab', { name: 'All 500' })).toBeVisible();
    await expect(page.getByRole('table', { name: /^Active responses/ }).getByRole('row')).toHaveCount(501);
    const started = Date.now();
    await page.getByLabel('Filter by rule, group, command or agent').fill('yara_linux');
    await expect(page.getByText(/^\d+ of 500 responses shown$/)).not.toHaveText('500 of 500 responses shown');
    expect(Date.now() - started, 'milliseconds to filter').toBeLessThan(3000);
    await page.getByLabel('Filter by rule, group, command or agent').fill('');
    await rowOf(page, ['host-deny']).last().scrollIntoViewIfNeeded();
    await rowOf(page, ['host-deny'])
      .last()
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await page.getByRole('menuitem', { name: /^Disable/ }).click();
    await expectDraft(page, 1);
    await page.goto('/review');
    await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
    expect(manager.diff()).toBe('');
  });
});

test('an unknown address says so', async ({ page, problems }) => {
  problems.expect(/404/);
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
});

test('a request for another host name, or from another site, is refused', async ({ server, manager }) => {
  const { request } = await import('node:http');
  const status = (method: string, headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const asked = request({ hostname, port, path: '/responses', method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      asked.on('error', reject);
      asked.end();
    });
  expect(await status('GET', { host: 'evil.example' })).toBe(421);
  expect(await status('POST', { origin: 'http://evil.example', 'next-action': '00' })).toBe(403);
  expect(await status('POST', { 'next-action': '00' })).toBe(403);
  expect(manager.diff()).toBe('');
});
