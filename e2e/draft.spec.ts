// The draft: several changes at once, kept on the server, taken back one by one or as a whole.
import { apply, expectDraft, rowAction, rowOf } from './fixtures/draft.ts';
import { saveToDraft, setLevel } from './fixtures/response-form.ts';
import { expect, margin, test } from './fixtures/test.ts';

test('three changes are applied at once', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await rowAction(page, ['netsh'], 'Disable');
  await expectDraft(page, 2);
  await page.goto('/responses/r0');
  await setLevel(page, 8);
  await saveToDraft(page);
  await expectDraft(page, 3);
  await apply(page, { note: 'Autumn cleaning' });
  expect(manager.diff()).toBe(
    margin(`
    |@@ -189,3 +189,3 @@
    |     <location>local</location>
    |-    <level>7</level>
    |+    <level>8</level>
    |     <timeout>600</timeout>
    |@@ -233,9 +233,4 @@
    |
    |+  <!-- Switched off with Riposte
    |   <active-response>
    |-    <command>yara_linux</command>
    |-    <location>local</location>
    |-    <rules_id>550,554</rules_id>
    |-  </active-response>
    |-
    |-  <active-response>
    |     <command>netsh</command>
    |@@ -245,2 +240,3 @@
    |   </active-response>
    |+  -->
    | </ossec_config>
  `),
  );
  await page.goto('/history');
  await expect(page.getByText('Autumn cleaning')).toBeVisible();
});

test('a draft survives a reload and a restart of the dashboard', async ({ page, server, manager, problems }) => {
  // The page looks ahead while nobody answers.
  problems.expect(/ERR_CONNECTION_REFUSED/);
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.reload();
  await expectDraft(page, 1);
  await server.restart();
  await page.reload();
  await expectDraft(page, 1);
  await apply(page);
  expect(manager.diff()).toContain('-    <command>yara_linux</command>');
});

test('one change is taken back on Review, the other is applied', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await rowAction(page, ['netsh'], 'Disable');
  await expectDraft(page, 2);
  await page.goto('/review');
  await page.getByRole('button', { name: /^Take back: .*yara_linux/ }).click();
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -239,2 +239,3 @@
    |
    |+  <!-- Switched off with Riposte
    |   <active-response>
    |@@ -245,2 +246,3 @@
    |   </active-response>
    |+  -->
    | </ossec_config>
  `),
  );
});

test('a change is taken back from the menu of its row', async ({ page }) => {
  await page.goto('/responses');
  await rowAction(page, ['netsh'], 'Disable');
  await expectDraft(page, 1);
  await rowAction(page, ['netsh'], 'Take back the change');
  await expect(page.getByRole('complementary', { name: 'Pending changes' })).toBeHidden();
});

test('the draft is discarded as a whole, and Undo brings it back', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await rowAction(page, ['netsh'], 'Disable');
  await expectDraft(page, 2);
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard 2 changes' }).click();
  await expect(page.getByText('Draft with 2 changes discarded')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Pending changes' })).toBeHidden();
  const toast = page.getByRole('listitem').filter({ hasText: 'discarded' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expectDraft(page, 2);
  await page.getByRole('tab', { name: 'In draft 2' }).click();
  await expect(rowOf(page, ['yara_linux'])).toBeVisible();
  expect(manager.diff()).toBe('');
});
