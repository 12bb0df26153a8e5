// Somebody else edits the file between Review and Apply: nothing of theirs is lost, nothing of ours is forced in.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { apply, expectDraft, expectOutcome, fillApply, rowAction } from './fixtures/draft.ts';
import { saveToDraft, setLevel } from './fixtures/response-form.ts';
import { expect, margin, test } from './fixtures/test.ts';

const theirs = (text: string) => text.replace('<level>12</level>', '<level>13</level>');

test('their edit is kept, shown, and ours goes on top of it', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/review');
  const button = await fillApply(page);
  manager.editOutside(theirs);
  const before = manager.config();
  await button.click();
  await expect(page.getByText('ossec.conf was changed outside Riposte after you began')).toBeVisible();
  expect(manager.config()).toBe(before);
  await expect(page.getByText('What the other party changed')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'slack-notify' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Go on with the new file' }).click();
  await expect(page.getByText('ossec.conf was changed outside Riposte after you began')).toBeHidden();
  await apply(page);
  await expectOutcome(page, /^Written/);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -220,3 +220,3 @@
    |     <location>server</location>
    |-    <level>12</level>
    |+    <level>13</level>
    |   </active-response>
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

const withoutNetsh = (text: string) =>
  text.replace(/\n {2}<active-response>\n {4}<command>netsh[\s\S]*?<\/active-response>\n/, '');

/** A draft of two changes, one of which is for a block that they remove. */
async function draftOfTwo(page: Page) {
  await page.goto('/responses');
  await rowAction(page, ['netsh'], 'Disable');
  await expectDraft(page, 1);
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 2);
}

const conflict = (page: Page, title: string | RegExp) =>
  page
    .getByRole('list')
    .getByRole('region', { name: title })
    .filter({ has: page.getByRole('button') });

test('a change whose block they removed waits until it is settled, and can be settled their way', async ({
  page,
  manager,
}) => {
  await draftOfTwo(page);
  manager.editOutside(withoutNetsh);
  const before = manager.config();
  await page.goto('/review');
  await expect(page.getByRole('heading', { name: '1 conflict to settle' })).toBeVisible();
  const button = page.getByRole('button', { name: 'Go on with the new file' });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription('Settle the conflict below first.');
  await expect(page.getByText('They removed it.')).toBeVisible();
  await conflict(page, /netsh/)
    .getByRole('button', { name: /^Keep theirs/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
  expect(manager.config()).toBe(before);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -232,15 +232,2 @@
    |   </active-response>
    |-
    |-  <active-response>
    |-    <command>yara_linux</command>
    |-    <location>local</location>
    |-    <rules_id>550,554</rules_id>
    |-  </active-response>
    |-
    |-  <active-response>
    |-    <command>netsh</command>
    |-    <location>local</location>
    |-    <level>16</level>
    |-    <timeout>600</timeout>
    |-  </active-response>
    | </ossec_config>
  `),
  );
});

test('a block that both changed: three texts, mine goes on top of theirs, and undo goes back to the choice', async ({
  page,
  manager,
}) => {
  await page.goto('/responses/r0');
  await setLevel(page, 9);
  await saveToDraft(page);
  manager.editOutside((text) => text.replace('<timeout>600</timeout>', '<timeout>660</timeout>'));
  await page.goto('/review');
  const one = conflict(page, 'host-deny from level 7 to 9');
  await expect(one.getByRole('region', { name: 'The block: When you began' })).toContainText('<level>7</level>');
  await expect(one.getByRole('region', { name: 'The block: Theirs, on disk now' })).toContainText('660');
  await expect(one.getByRole('region', { name: 'The block: Yours' })).toContainText('<level>9</level>');
  await one.getByRole('button', { name: /^Use mine: / }).click();
  await expect(one).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(one).toBeVisible();
  await one.getByRole('button', { name: /^Use mine and edit/ }).click();
  await expect(page.getByRole('heading', { name: 'When should it run?' })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Level at least' })).toHaveValue('9');
  await setLevel(page, 8);
  await saveToDraft(page);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -189,4 +189,4 @@
    |     <location>local</location>
    |-    <level>7</level>
    |-    <timeout>600</timeout>
    |+    <level>8</level>
    |+    <timeout>660</timeout>
    |   </active-response>
  `),
  );
});

for (const { when, wait } of [
  { when: 'before the page has noticed', wait: false },
  { when: 'after the page has renewed itself', wait: true },
]) {
  test(`a form whose block changes overwrites nothing and keeps what was typed, ${when}`, async ({ page, manager }) => {
    await page.goto('/responses/r0');
    await setLevel(page, 9);
    manager.editOutside((text) => text.replace('<level>7</level>', '<level>5</level>'));
    const theirs = manager.config();
    if (wait) await expect(page.getByText('ossec.conf changed while you edit this response')).toBeVisible();
    await page.getByRole('button', { name: 'Save to draft' }).click();
    await expect(page.getByText('This response was changed since you opened it.')).toBeVisible();
    await expect(page.getByText(/Copy what you typed first/)).toBeVisible();
    await expect(page.getByRole('slider', { name: 'Level at least' })).toHaveValue('9');
    expect(manager.config()).toBe(theirs);
    await page.goto('/responses');
    await expect(page.getByRole('complementary', { name: 'Pending changes' })).toBeHidden();
  });
}

for (const { what, change } of [
  {
    what: 'changed',
    change: (text: string) => text.replace('<executable>netsh.exe</executable>', '<executable>netsh2.exe</executable>'),
  },
  {
    what: 'removed',
    change: (text: string) => withoutNetsh(text).replace(/\n {2}<command>\n {4}<name>netsh<[\s\S]*?<\/command>\n/, ''),
  },
]) {
  test(`a command that is ${what} while its drawer is open is not overwritten, and what was typed stays`, async ({
    page,
    manager,
  }) => {
    await page.goto('/commands');
    await page.getByRole('table', { name: 'Commands' }).getByRole('button', { name: 'netsh', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: 'Edit command' });
    await drawer.getByRole('textbox', { name: 'Name' }).fill('netsh-mine');
    manager.editOutside(change);
    const theirs = manager.config();
    await expect(page.getByText(/File differs/).first()).toBeAttached();
    await drawer.getByRole('button', { name: 'Save to draft' }).click();
    await expect(drawer.getByText('This command was changed since you opened it.')).toBeVisible();
    await expect(drawer.getByRole('textbox', { name: 'Name' })).toHaveValue('netsh-mine');
    expect(manager.config()).toBe(theirs);
  });
}

test('a conflict passes axe in both themes, on a desk and on a phone, and is no wider than the window', async ({
  page,
  manager,
}) => {
  await page.goto('/responses/r0');
  await setLevel(page, 9);
  await saveToDraft(page);
  manager.editOutside(
    (text) => `<!-- Ansible managed -->\n${text.replace('<timeout>600</timeout>', '<timeout>660</timeout>')}`,
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      await page.goto('/review');
      await expect(page.getByRole('heading', { name: '1 conflict to settle' })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' … ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  }
});
