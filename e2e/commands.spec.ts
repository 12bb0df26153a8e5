// Commands: create, edit, rename with all that uses it, delete with all that uses it.
import type { Page } from '@playwright/test';
import { apply, expectDraft } from './fixtures/draft.ts';
import { expect, margin, test } from './fixtures/test.ts';

const drawer = (page: Page, title: string) => page.getByRole('dialog', { name: title });

async function openCommand(page: Page, name: string) {
  await page.goto('/commands');
  await page.getByRole('table', { name: 'Commands' }).getByRole('button', { name, exact: true }).click();
  return drawer(page, 'Edit command');
}

test('a command is created from a script that the manager has', async ({ page, manager }) => {
  await page.goto('/commands');
  await page.getByRole('button', { name: 'New command' }).click();
  const form = drawer(page, 'New command');
  await form.getByRole('textbox', { name: 'Name' }).fill('null-route');
  await form.getByRole('combobox', { name: 'Executable' }).click();
  await form
    .getByRole('option', { name: /^route-null\b/ })
    .first()
    .click();
  await form.getByRole('button', { name: 'Save to draft' }).click();
  await expect(page.getByText('Command added to your draft')).toBeVisible();
  await expectDraft(page, 1);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -185,2 +185,8 @@
    |
    |+  <command>
    |+    <name>null-route</name>
    |+    <executable>route-null</executable>
    |+    <timeout_allowed>yes</timeout_allowed>
    |+  </command>
    |+
    |   <!-- Active responses, the oldest first -->
  `),
  );
});

test('the extra arguments of a command are changed, and nothing else', async ({ page, manager }) => {
  const form = await openCommand(page, 'slack-notify');
  await form.getByRole('textbox', { name: 'Extra arguments' }).fill('--channel security --quiet-hours yes');
  await form.getByRole('button', { name: 'Save to draft' }).click();
  await expectDraft(page, 1);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -175,3 +175,3 @@
    |     <executable>slack-notify.py</executable>
    |-    <extra_args>--channel security --quiet-hours no</extra_args>
    |+    <extra_args>--channel security --quiet-hours yes</extra_args>
    |     <timeout_allowed>no</timeout_allowed>
  `),
  );
});

test('a command is renamed: every response that uses it follows', async ({ page, manager }) => {
  const form = await openCommand(page, 'firewall-drop');
  await form.getByRole('textbox', { name: 'Name' }).fill('drop-address');
  await expect(form.getByText('2 responses follow the new name.')).toBeVisible();
  await form.getByRole('button', { name: 'Save to draft' }).click();
  await expectDraft(page, 1);
  // One of them runs on every agent, so the number of agents is asked for again.
  await apply(page, { agents: 12 });
  expect(manager.diff()).toBe(
    margin(`
    |@@ -142,3 +142,3 @@
    |   <command>
    |-    <name>firewall-drop</name>
    |+    <name>drop-address</name>
    |     <executable>firewall-drop</executable>
    |@@ -195,3 +195,3 @@
    |   <active-response>
    |-    <command>firewall-drop</command>
    |+    <command>drop-address</command>
    |     <location>all</location>
    |@@ -225,3 +225,3 @@
    |   <active-response>
    |-    <command>firewall-drop</command>
    |+    <command>drop-address</command>
    |     <location>defined-agent</location>
  `),
  );
});

test('a command is deleted together with the responses that use it, after they were shown', async ({
  page,
  manager,
}) => {
  const form = await openCommand(page, 'firewall-drop');
  await form.getByRole('button', { name: 'Delete' }).click();
  const ask = page.getByRole('alertdialog', { name: 'Delete firewall-drop with 2 responses?' });
  await expect(ask.getByRole('listitem')).toHaveCount(2);
  await ask.getByRole('button', { name: 'Delete with 2 responses' }).click();
  await expect(page.getByText('firewall-drop is deleted in your draft')).toBeVisible();
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -142,8 +142,2 @@
    |   <command>
    |-    <name>firewall-drop</name>
    |-    <executable>firewall-drop</executable>
    |-    <timeout_allowed>yes</timeout_allowed>
    |-  </command>
    |-
    |-  <command>
    |     <name>host-deny</name>
    |@@ -194,8 +188,2 @@
    |   <!-- Web scans and web attacks: blocked everywhere for a day -->
    |-  <active-response>
    |-    <command>firewall-drop</command>
    |-    <location>all</location>
    |-    <rules_id>31151,31152,31153</rules_id>
    |-    <timeout>86400</timeout>
    |-  </active-response>
    |
    |@@ -224,10 +212,2 @@
    |   <!-- The old gateway -->
    |-  <active-response>
    |-    <command>firewall-drop</command>
    |-    <location>defined-agent</location>
    |-    <agent_id>031</agent_id>
    |-    <level>8</level>
    |-    <rules_group>sshd,</rules_group>
    |-    <timeout>1800</timeout>
    |-  </active-response>
    |
  `),
  );
});

test('a name that is taken is refused at its field, and nothing typed is lost', async ({ page, manager }) => {
  await page.goto('/commands?new=1');
  const form = drawer(page, 'New command');
  await form.getByRole('textbox', { name: 'Name' }).fill('firewall-drop');
  await form.getByRole('combobox', { name: 'Executable' }).fill('mine.sh');
  await form.getByRole('button', { name: 'Save to draft' }).click();
  const name = form.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();
  await expect(form.getByRole('combobox', { name: 'Executable' })).toHaveValue('mine.sh');
  expect(manager.diff()).toBe('');
});
