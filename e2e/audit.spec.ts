// The audit log: what people do is in it, it can be searched and taken along, and a change of it is found.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { expectDraft, fillApply, rowAction } from './fixtures/draft.ts';
import { riposte } from './fixtures/riposte.ts';
import { expect, test } from './fixtures/test.ts';

const entries = (page: Page) => page.getByRole('table', { name: /^Audit log/ }).getByRole('row');
const entry = (page: Page, words: string) => entries(page).filter({ hasText: words });

async function muteOne(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Mute: There is no agent 031' }).click();
  await page.getByLabel('Why').fill('Known, ticket 12');
  await page.getByRole('dialog').getByRole('button', { name: 'Mute finding' }).click();
  await expect(page.getByText('1 muted')).toBeVisible();
}

test('draft, mute and apply are written down, and the whole log is proved', async ({ page, server, manager }) => {
  await muteOne(page);
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/review');
  await (await fillApply(page)).click();
  await expect(page.getByRole('region', { name: 'Outcome' })).toBeVisible();
  expect(manager.config()).not.toContain('<command>yara_linux</command>\n    <location>');

  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible();
  for (const words of ['Muted a finding', 'Changed the draft', 'Started an apply', 'Apply ended']) {
    await expect(entry(page, words)).toHaveCount(1);
  }
  await expect(entry(page, 'Muted a finding')).toContainText('Known, ticket 12');
  await expect(entry(page, 'Started an apply').getByRole('link', { name: 'Apply 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByText(/^The chain is whole: \d+ entries/)).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as JSON lines' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  let before = '0'.repeat(64);
  for (const { seq, at, person, action, detail, previousHash, hash } of lines) {
    expect(previousHash).toBe(before);
    const text = JSON.stringify([seq, at, person, action, detail, previousHash]);
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    before = hash;
  }
  expect(await riposte(server.stateDir, 'audit', 'verify', '--head', before)).toMatchObject({ code: 0 });
  await expect(page.locator('code', { hasText: before })).toBeVisible();
});

test('the log is searched by words, person and action, and the address keeps the search', async ({ page }) => {
  await muteOne(page);
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/audit');
  await expect(entries(page)).toHaveCount(3);
  await page.getByLabel('Search the log').fill('ticket');
  await page.getByLabel('Search the log').press('Enter');
  await expect(page).toHaveURL(/q=ticket/);
  await expect(entries(page)).toHaveCount(2);
  await page.reload();
  await expect(page.getByText('1 entry found')).toBeVisible();
  await page.getByRole('link', { name: 'Show all' }).click();
  // The form is a new one then: what is chosen before would be gone.
  await expect(entries(page)).toHaveCount(3);
  await page.getByLabel('Action').selectOption({ label: 'Changed the draft' });
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('1 entry found')).toBeVisible();
  await page.getByLabel('Search the log').fill('nobody wrote this');
  await page.getByLabel('Search the log').press('Enter');
  await expect(page.getByText('No entry matches')).toBeVisible();
});

test('a log that somebody changed is found out, on the page and by the command', async ({ page, server }) => {
  await muteOne(page);
  const database = new DatabaseSync(join(server.stateDir, 'riposte.db'));
  database.exec(`DROP TRIGGER audit_is_never_changed; UPDATE audit SET person = 'eve' WHERE seq = 1`);
  database.close();
  await page.goto('/audit');
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'not what was written' })).toContainText('Entry 1');
  expect(await riposte(server.stateDir, 'audit', 'verify')).toMatchObject({ code: 1 });
});
