// Four eyes: an apply needs the approval of another person who may apply, for exactly these bytes.
import type { Page } from '@playwright/test';
import { apply, expectDraft, expectOutcome, rowAction } from './fixtures/draft.ts';
import { anotherPerson, expect, margin, test } from './fixtures/test.ts';

async function switchOn(page: Page): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('switch', { name: /^Four eyes/ }).click();
  await expect(page.getByText('Applies need a second person now')).toBeVisible();
}

async function deleteRow(page: Page, name: string, count: number): Promise<void> {
  await page.goto('/responses');
  await rowAction(page, [name], 'Delete');
  await expectDraft(page, count);
}

async function ask(page: Page): Promise<void> {
  await page.goto('/review');
  await expect(page.getByText('Another person has to approve it first.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Apply \d/ })).toBeDisabled();
  await page.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(page.getByText('Waiting for approval')).toBeVisible();
}

async function approve(page: Page, author: string): Promise<void> {
  await page.goto('/approvals');
  await page.getByRole('link', { name: `${author} asks for approval` }).click();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(/approved it today/)).toBeVisible();
}

test('what another person approved is applied, to the byte, and nothing else is', async ({
  page,
  browser,
  server,
  manager,
}) => {
  await switchOn(page);
  const olga = await anotherPerson(browser, server, { role: 'operator' });
  await deleteRow(olga, 'yara_linux', 1);
  await ask(olga);
  await olga.goto('/approvals');
  await olga.getByRole('link', { name: 'You ask for approval' }).click();
  await expect(olga.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);

  await page.goto('/');
  await page.getByRole('link', { name: 'Look at it' }).click();
  await expect(page.getByRole('region', { name: 'In sentences' })).toContainText('yara_linux removed');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Marta Kowalska approved it today')).toBeVisible();

  await deleteRow(olga, 'netsh', 2);
  await olga.goto('/review');
  await expect(olga.getByText('Another person has to approve it first.')).toBeVisible();
  expect(manager.diff()).toBe('');
  await olga.goto('/responses');
  await rowAction(olga, ['netsh'], 'Bring back');
  await expectDraft(olga, 1);
  await olga.goto('/review');
  await expect(olga.getByText('Marta Kowalska approved this plan')).toBeVisible();
  await apply(olga);
  await expectOutcome(olga, 'Written. The manager still runs the previous configuration');
  expect(manager.diff()).toBe(
    margin(`
    |@@ -234,8 +234,2 @@
    |   <active-response>
    |-    <command>yara_linux</command>
    |-    <location>local</location>
    |-    <rules_id>550,554</rules_id>
    |-  </active-response>
    |-
    |-  <active-response>
    |     <command>netsh</command>
  `),
  );
  await page.goto('/audit');
  for (const [words, who] of [
    ['Asked for approval', 'Olga Orlova'],
    ['Gave approval', 'Marta Kowalska'],
    ['Started an apply', 'Olga Orlova'],
    ['Changed the settings', 'Marta Kowalska'],
  ]) {
    await expect(page.getByRole('row', { name: new RegExp(words ?? '') }).first()).toContainText(who ?? '');
  }
  await olga.context().close();
});

test('an approval that was withdrawn is none, and reverting needs none', async ({ page, browser, server, manager }) => {
  await switchOn(page);
  const olga = await anotherPerson(browser, server, { role: 'operator' });
  await deleteRow(olga, 'yara_linux', 1);
  await ask(olga);
  await approve(page, 'Olga Orlova');
  await page.getByRole('button', { name: 'Withdraw my approval' }).click();
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible();
  await olga.goto('/review');
  await expect(olga.getByText('Waiting for approval')).toBeVisible();
  await expect(olga.getByRole('button', { name: /^Apply \d/ })).toBeDisabled();
  await approve(page, 'Olga Orlova');
  await apply(olga, { restart: true });
  await expectOutcome(olga, 'Running with the new configuration');
  await olga.getByRole('button', { name: 'Put the previous file back' }).click();
  await expect.poll(() => manager.diff(), { timeout: 30_000 }).toBe('');
  await olga.context().close();
});

test('who may not apply sees the plan and cannot approve it', async ({ page, browser, server }) => {
  await switchOn(page);
  await deleteRow(page, 'yara_linux', 1);
  await ask(page);
  const edgar = await anotherPerson(browser, server, { role: 'editor' });
  await edgar.goto('/approvals');
  await edgar.getByRole('link', { name: 'Marta Kowalska asks for approval' }).click();
  await expect(edgar.getByText('Approving needs an operator.')).toBeVisible();
  await expect(edgar.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  await edgar.context().close();
});
