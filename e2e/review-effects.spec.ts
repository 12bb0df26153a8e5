// Review tells what the apply itself does, and what could keep it from working, before the click; and it comes so.
import type { Page } from '@playwright/test';
import { apply, expectDraft, fillApply, keepButton, rowAction } from './fixtures/draft.ts';
import { saveToDraft, setLevel, undoAfter } from './fixtures/response-form.ts';
import { expect, test } from './fixtures/test.ts';

const rail = (page: Page) => page.getByRole('complementary', { name: 'Apply' });
const effects = (page: Page) => rail(page).getByRole('region', { name: 'What the apply does' });
const ready = (page: Page) => rail(page).getByRole('region', { name: 'Ready to apply' });

async function editLevel(page: Page): Promise<void> {
  await page.goto('/responses/r0');
  await setLevel(page, 9);
  await saveToDraft(page);
  await page.goto('/review');
}

test('a change of the trigger restarts the manager and reaches no agent; the next time the restart has a length', async ({
  page,
  manager,
}) => {
  await editLevel(page);
  await expect(effects(page)).toContainText('No restart measured yet.');
  await expect(effects(page)).toContainText('ar.conf stays as it is');
  await expect(effects(page)).toContainText('No agent reloads');
  await expect(ready(page).getByText('Ready to apply', { exact: true }).last()).toBeVisible();
  const arConf = manager.arConf();
  await apply(page, { restart: true });
  expect(manager.arConf()).toBe(arConf);
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/review');
  await expect(effects(page)).toContainText(/Takes about \d+ s\./);
});

test('a new timeout changes ar.conf: which entries, how many agents reload, which blocks end', async ({
  page,
  manager,
}) => {
  await page.goto('/responses/r0');
  await undoAfter(page, 2, 'hours');
  await saveToDraft(page);
  await page.goto('/review');
  await expect(effects(page)).toContainText('ar.conf changes');
  await expect(effects(page)).toContainText('host-deny7200 - host-deny - 7200');
  await expect(effects(page)).toContainText(/\d+ connected agents reload/);
  await expect(effects(page)).toContainText('Windows agents may take a new entry only when they restart.');
  await expect(effects(page)).toContainText(/\d+ timed blocks? ends? early/);
  await expect(
    effects(page)
      .getByText(/by firewall-drop on .+, (.+ left|time left not known)$/)
      .first(),
  ).toBeAttached();
  await apply(page, { restart: true });
  expect(manager.arConf()).toContain('host-deny7200 - host-deny - 7200');
  expect(manager.arConf()).not.toContain('host-deny600');
});

test('a file that cuts execd off says so, and that Riposte restarts without it', async ({ page, manager }) => {
  manager.editOutside((text) =>
    text.replace(
      '<active-response>\n    <command>host-deny',
      '<active-response>\n    <disabled>yes</disabled>\n    <command>host-deny',
    ),
  );
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/review');
  await expect(effects(page)).toContainText('wazuh-execd stays switched off on the manager');
  await expect(effects(page)).toContainText('a restart through the Wazuh API or its dashboard fails');
  await expect(effects(page)).toContainText(/Riposte restarts with .+, which does not need it\./);
});

test('a file that Ansible writes, too, is told, with the patch to take there', async ({ page, manager }) => {
  manager.editOutside((text) => `<!-- Ansible managed -->\n${text}`);
  await editLevel(page);
  await expect(ready(page)).toContainText('Ansible writes ossec.conf, too.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    ready(page).getByRole('link', { name: 'Download the patch' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('ossec.conf.patch');
  await expect(rail(page).getByRole('button', { name: 'Apply 1 change' })).toBeEnabled();
});

test.describe('a manager that is down', () => {
  test.use({ managerOptions: { start: false } });

  test('is told before the apply, which stays possible', async ({ page }) => {
    await editLevel(page);
    await expect(ready(page)).toContainText('The manager is not well already');
    await fillApply(page, { restart: true });
  });
});

test('without the tick nobody is asked to keep; with it the time is the chosen one', async ({ page, manager }) => {
  await editLevel(page);
  const box = rail(page).getByRole('checkbox', { name: 'Undo unless I press Keep within' });
  const time = rail(page).getByRole('combobox', { name: 'Time to press Keep' });
  await expect(time).toHaveValue('120');
  await box.uncheck();
  await expect(time).toBeDisabled();
  await (await fillApply(page, { restart: true })).click();
  await expect(page.getByRole('region', { name: 'Outcome' })).toBeVisible({ timeout: 30_000 });
  const first = manager.config();
  await rowAction(await list(page), ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/review');
  await time.selectOption('10 min');
  await (await fillApply(page, { restart: true })).click();
  await expect(keepButton(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('timer', { name: 'Time to keep the changes' })).toHaveText(/^(10:00|9:\d\d)$/);
  await page.getByRole('button', { name: 'Revert now' }).first().click();
  await expect(page.getByRole('region', { name: 'Outcome' })).toBeVisible({ timeout: 30_000 });
  expect(manager.config()).toBe(first);
});

async function list(page: Page): Promise<Page> {
  await page.goto('/responses');
  return page;
}
