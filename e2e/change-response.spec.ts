// What can be done to a response that is in the file: edit, duplicate, switch off and on, delete.
import { apply, expectDraft, rowAction, rowOf } from './fixtures/draft.ts';
import { addRule, goTo, saveToDraft, setLevel, undoAfter } from './fixtures/response-form.ts';
import { expect, margin, test } from './fixtures/test.ts';

test('a response is edited: only the lines of what was changed change', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowOf(page, ['host-deny']).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'When should it run?' })).toBeVisible();
  await setLevel(page, 9);
  await undoAfter(page, 2, 'hours');
  await saveToDraft(page);
  await expectDraft(page, 1);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -189,4 +189,4 @@
    |     <location>local</location>
    |-    <level>7</level>
    |-    <timeout>600</timeout>
    |+    <level>9</level>
    |+    <timeout>7200</timeout>
    |   </active-response>
  `),
  );
});

test('a rule is added to a response that had some, and one is taken out', async ({ page, manager }) => {
  await page.goto('/responses/r1');
  await addRule(page, 31101);
  await page.getByRole('button', { name: 'Remove rule 31152' }).click();
  await saveToDraft(page);
  await apply(page, { agents: 12 });
  expect(manager.diff()).toBe(
    margin(`
    |@@ -197,3 +197,3 @@
    |     <location>all</location>
    |-    <rules_id>31151,31152,31153</rules_id>
    |+    <rules_id>31151,31153,31101</rules_id>
    |     <timeout>86400</timeout>
  `),
  );
});

test('a response is duplicated: the copy is a block of its own', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['disable-account'], 'Duplicate');
  await expect(page.getByRole('heading', { name: 'What should it do?' })).toBeVisible();
  await goTo(page, 'Trigger');
  await page.getByRole('button', { name: 'Remove rule 40112' }).click();
  await addRule(page, 5551);
  await goTo(page, 'Location');
  await goTo(page, 'Duration');
  await goTo(page, 'Review');
  await saveToDraft(page);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -245,2 +245,9 @@
    |   </active-response>
    |+
    |+  <active-response>
    |+    <command>disable-account</command>
    |+    <location>local</location>
    |+    <rules_id>5551</rules_id>
    |+    <timeout>3600</timeout>
    |+  </active-response>
    | </ossec_config>
  `),
  );
});

test('a response is switched off as a comment, and on again byte for byte', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['disable-account'], 'Disable');
  await expectDraft(page, 1);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -201,2 +201,3 @@
    |
    |+  <!-- Switched off with Riposte
    |   <active-response>
    |@@ -207,2 +208,3 @@
    |   </active-response>
    |+  -->
    |
  `),
  );
  await page.goto('/responses');
  await rowAction(page, ['disable-account'], 'Enable');
  await expectDraft(page, 1);
  await apply(page);
  expect(manager.diff()).toBe('');
});

test('a response is deleted', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await apply(page);
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
});
