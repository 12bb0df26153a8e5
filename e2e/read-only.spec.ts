// A file that cannot be edited safely is shown with the line and the reason, and not one byte of it changes.
import { expect, test } from './fixtures/test.ts';

const malformed = `<ossec_config>
  <command>
    <name>firewall-drop</name>
    <executable>firewall-drop</executable>
  </command>

  <active-response>
    <command>firewall-drop</command>
    <location>local</location>
    <level>7</levle>
  </active-response>
</ossec_config>
`;

test.describe('a malformed file', () => {
  test.use({ managerOptions: { start: false, config: malformed } });

  test('opens read-only, with the line and the reason, on every page', async ({ page, manager }) => {
    await page.goto('/');
    const reason = page.getByText(/^Read-only:/);
    await expect(reason).toBeVisible();
    await expect(page.getByText(/^Line 10\. Wazuh gave up/)).toBeVisible();
    await page.goto('/responses');
    await expect(reason).toBeVisible();
    await expect(page.getByText('Nothing in the file is changed.')).toBeVisible();
    await page.getByRole('link', { name: 'Show the file' }).click();
    await expect(page.getByRole('heading', { name: 'ossec.conf', level: 1 })).toBeVisible();
    await expect(page.getByText('</levle>')).toBeVisible();
    await page.goto('/responses/new');
    await expect(page.getByText('Riposte only shows this file.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save to draft' })).toHaveCount(0);
    await page.goto('/commands');
    await page.goto('/review');
    await expect(page.getByText('Your draft is empty')).toBeVisible();
    expect(manager.config()).toBe(malformed);
  });
});

test.describe('an empty file', () => {
  test.use({ managerOptions: { start: false, config: '' } });

  test('is told, and stays empty', async ({ page, manager }) => {
    for (const path of [
      '/',
      '/responses',
      '/commands',
      '/source',
      '/endpoints',
      '/white-list',
      '/history',
      '/review',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await page.goto('/source');
    await expect(page.getByText('The file is empty')).toBeVisible();
    expect(manager.config()).toBe('');
  });
});

test.describe('a file with a blank line and a comment only', () => {
  const bare = '<!-- nothing here yet -->\n<ossec_config>\n</ossec_config>\n';
  test.use({ managerOptions: { start: false, config: bare } });

  test('offers a first response', async ({ page, manager }) => {
    await page.goto('/responses');
    await expect(page.getByText('No active responses yet')).toBeVisible();
    expect(manager.config()).toBe(bare);
  });
});

test('looking at every page changes nothing', async ({ page, manager }) => {
  const before = manager.configOwnership();
  for (const path of [
    '/',
    '/responses',
    '/responses/r5',
    '/commands',
    '/endpoints',
    '/white-list',
    '/source?line=190',
    '/history',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(manager.diff()).toBe('');
  expect(manager.configOwnership()).toBe(before);
});
