// The history: every version of the file, whoever wrote it; any two compared; a version or one block of it brought back.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { apply, expectDraft, rowAction } from './fixtures/draft.ts';
import { expect, margin, test } from './fixtures/test.ts';

const revisions = (page: Page) => page.getByRole('list', { name: 'Revisions' });
const pending = (page: Page) => page.getByRole('complementary', { name: 'Pending changes' });

/** Opens the history until it lists so many versions. */
async function expectRevisions(page: Page, count: number): Promise<void> {
  await expect(async () => {
    await page.goto('/history');
    await expect(revisions(page).getByRole('listitem')).toHaveCount(count, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
}

test('an edit by hand is a revision within seconds, with its sentence', async ({ page, manager }) => {
  await expectRevisions(page, 1);
  await expect(revisions(page)).toContainText('First import of ossec.conf');
  manager.editOutside((text) => text.replace('<level>12</level>', '<level>13</level>'));
  await expectRevisions(page, 2);
  const [newest] = await revisions(page).getByRole('listitem').all();
  await expect(newest as NonNullable<typeof newest>).toContainText('slack-notify from level 12 to 13');
  await expect(newest as NonNullable<typeof newest>).toContainText('Outside Riposte');
  const detail = page.getByRole('region', { name: 'slack-notify from level 12 to 13' });
  await expect(detail.getByRole('table', { name: /^Changes to ossec\.conf/ })).toContainText('<level>13</level>');
  await page.getByRole('searchbox', { name: 'Search notes, people, rules' }).fill('slack outside');
  await page.getByRole('searchbox', { name: 'Search notes, people, rules' }).press('Enter');
  await expect(revisions(page).getByRole('listitem')).toHaveCount(1);
});

test('one block of an old revision comes back, and only that block is written', async ({ page, manager }) => {
  await expectRevisions(page, 1);
  manager.editOutside((text) =>
    text.replace('<level>12</level>', '<level>13</level>').replace('<level>7</level>', '<level>9</level>'),
  );
  await expectRevisions(page, 2);
  await page.goto('/history?id=1');
  await page.getByRole('button', { name: 'Restore this block: slack-notify from level 13 to 12' }).click();
  await expectDraft(page, 1);
  await apply(page, { note: 'Back to twelve' });
  expect(manager.diff()).toBe(
    margin(`
    |@@ -189,3 +189,3 @@
    |     <location>local</location>
    |-    <level>7</level>
    |+    <level>9</level>
    |     <timeout>600</timeout>
  `),
  );
  await page.goto('/history');
  await expect(page.getByText('Back to twelve')).toBeVisible();
  await expect(revisions(page).getByRole('listitem')).toHaveCount(3);
});

test('a whole version comes back byte for byte; the draft from before is set aside and comes back', async ({
  page,
  manager,
}) => {
  const before = manager.config();
  const owner = manager.configOwnership();
  await expectRevisions(page, 1);
  // Comments and indentation: nothing that changes could say.
  manager.editOutside((text) =>
    text.replace('<ossec_config>', '<ossec_config>\n\t<!-- by hand -->').replace('>7<', '>9<'),
  );
  await expectRevisions(page, 2);
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/history?id=1');
  await page.getByRole('button', { name: 'Restore revision 1' }).click();
  await expect(page.getByText('Revision 1 is in your draft.')).toBeVisible();
  await expect(pending(page)).toContainText('An older version in your draft');
  await expect(page.getByText('Your 1 change was set aside')).toBeVisible();
  expect(manager.config()).not.toBe(before);
  await page.goto('/review');
  await expect(page.getByText('Your draft starts from revision 1.')).toBeVisible();
  await apply(page);
  expect(manager.config()).toBe(before);
  expect(manager.configOwnership()).toBe(owner);
  await expect(pending(page)).toBeHidden();
  await page.goto('/history');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expectDraft(page, 1);
  await expect(page.getByText('Your 1 change was set aside')).toBeHidden();
});

test('the undo of a restore brings the draft from before back at once', async ({ page, manager }) => {
  await expectRevisions(page, 1);
  manager.editOutside((text) => text.replace('<ossec_config>', '<ossec_config>\n\t<!-- by hand -->'));
  await expectRevisions(page, 2);
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/history?id=1');
  await page.getByRole('button', { name: 'Restore revision 1' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectDraft(page, 1);
  await expect(page.getByText(/set aside$/)).toBeHidden();
});

test('any two versions are compared, and swapped', async ({ page, manager }) => {
  await expectRevisions(page, 1);
  manager.editOutside((text) => text.replace('<level>12</level>', '<level>13</level>'));
  await expectRevisions(page, 2);
  await page.goto('/history?id=1');
  await page.getByRole('link', { name: 'Compare with…' }).click();
  const sentences = page.getByRole('region', { name: 'In sentences' });
  await expect(sentences).toContainText('slack-notify from level 12 to 13');
  await page.getByRole('combobox', { name: 'To' }).selectOption({ label: 'The file on disk' });
  await page.getByRole('combobox', { name: 'From' }).selectOption('2');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(sentences).toContainText('Both are the same version');
  await page.goto('/history/compare?from=1&to=2');
  await page.getByRole('link', { name: 'Swap' }).click();
  await expect(sentences).toContainText('slack-notify from level 13 to 12');
  await expect(
    page.getByRole('table', { name: 'Changes to ossec.conf: Revision 2 and Revision 1' }).first(),
  ).toBeVisible();
  await page.goto('/history/compare?from=1&to=99');
  await expect(page.getByText('These two cannot be compared')).toBeVisible();
});

test('a version is downloaded, and the whole history goes into git, byte for byte', async ({
  page,
  manager,
  server,
}) => {
  const first = manager.config();
  await expectRevisions(page, 1);
  manager.editOutside((text) => text.replace('<level>12</level>', '<level>13</level>'));
  await expectRevisions(page, 2);
  await page.goto('/history?id=1');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(first);
  const [patches] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: 'As patches, for git am' }).click();
    })(),
  ]);
  expect(readFileSync(await patches.path(), 'utf8').match(/^diff --git /gm)).toHaveLength(2);
  await page.request.get(`${server.url}/history/patch?from=1&to=2`);
  const log = await (await page.request.get(`${server.url}/audit/export`)).text();
  for (const action of ['downloaded-version', 'exported-history', 'downloaded-patch']) expect(log).toContain(action);
  const stream = await (await page.request.get(`${server.url}/history/export?as=git`)).body();
  expect(stream.toString('latin1')).toContain(manager.config());
  if (spawnSync('git', ['--version']).status !== 0) return;
  const directory = mkdtempSync(join(tmpdir(), 'riposte-export-'));
  try {
    const git = (args: string[], input?: Buffer) =>
      execFileSync('git', ['-C', directory, ...args], { input }).toString();
    git(['init', '-q', '--bare']);
    git(['fast-import', '--quiet'], stream);
    expect(git(['show', 'main~1:etc/ossec.conf'])).toBe(first);
    expect(git(['show', 'main:etc/ossec.conf'])).toBe(manager.config());
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('J and K move through the versions, Enter opens one; a phone has a way back', async ({ page, manager }) => {
  await expectRevisions(page, 1);
  manager.editOutside((text) => text.replace('<level>12</level>', '<level>13</level>'));
  await expectRevisions(page, 2);
  for (const key of ['j', 'j', 'k', 'j', 'Enter']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/\/history\?id=1$/);
  await expect(page.getByRole('heading', { name: 'First import of ossec.conf' })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(revisions(page)).toBeHidden();
  await page.getByRole('link', { name: 'All revisions' }).click();
  await expect(revisions(page)).toBeVisible();
});
