// What every page says, whatever it shows: saved, loaded, running; an apply that waits; an alarm; and whose browser it is.
import type { BrowserContext, Page } from '@playwright/test';
import { expectDraft, fillApply, rowAction, rowOf } from './fixtures/draft.ts';
import { waitForHydration } from './fixtures/hydration.ts';
import { anotherPerson, expect, margin, test } from './fixtures/test.ts';

const theirs = (text: string) => text.replace('<level>12</level>', '<level>13</level>');
const card = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /wazuh-sandbox/ });
const versions = (page: Page) => page.getByRole('dialog', { name: 'Saved, loaded, running' });
const countdown = (page: Page) => page.getByRole('complementary', { name: 'Keep or revert' });
const withoutYara = margin(`
  |@@ -234,8 +234,2 @@
  |   <active-response>
  |-    <command>yara_linux</command>
  |-    <location>local</location>
  |-    <rules_id>550,554</rules_id>
  |-  </active-response>
  |-
  |-  <active-response>
  |     <command>netsh</command>
`);

/** Applies the deletion of yara_linux with a restart, and leaves the page of the apply for the list. */
async function applyAndLeave(page: Page): Promise<void> {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/review');
  await (await fillApply(page, { restart: true })).click();
  await page.waitForURL(/\/apply\/\d+/);
  await page.goto('/responses');
}

/** A second browser on the same dashboard. */
async function secondBrowser(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  waitForHydration(page);
  return page;
}

test('an edit from outside shows in the header without a reload, and what is being typed stays', async ({
  page,
  manager,
}) => {
  await page.goto('/commands?new=1');
  await expect(card(page)).toContainText('In sync');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('half a na');
  manager.editOutside(theirs);
  await expect(page.getByText(/Running revision \d+\. File differs/).first()).toBeAttached();
  await expect(name).toHaveValue('half a na');
  await expect(name).toBeFocused();
});

test('the card says what is saved, loaded and running, since when and by whom, and what to do', async ({
  page,
  manager,
}) => {
  await page.goto('/responses');
  await rowAction(page, ['netsh'], 'Disable');
  await expectDraft(page, 1);
  manager.editOutside(theirs);
  await expect(card(page)).toContainText('Running revision 1. File differs');
  await card(page).click();
  const facts = versions(page);
  await expect(facts).toContainText(/Your draft1 changeSaved today \d\d:\d\d/);
  await expect(facts).toContainText(/File on diskRevision 2Since today \d\d:\d\d, changed outside Riposte.*Not loaded/);
  await expect(facts).toContainText(/Manager runsRevision 1Since today \d\d:\d\d.*Not the file/);
  await expect(facts.getByRole('link', { name: 'See the difference' })).toHaveAttribute(
    'href',
    '/history/compare?from=1&to=2',
  );
  await page.keyboard.press('Escape');
  await expect(facts).toBeHidden();
  await page.goto('/');
  await expect(page.getByText(/ossec\.conf was changed outside Riposte today \d\d:\d\d/)).toBeVisible();
});

test('an apply that waits can be kept from any page of any browser', async ({ page, manager, context }) => {
  const other = await secondBrowser(context);
  await other.goto('/endpoints');
  await applyAndLeave(page);
  for (const one of [page, other]) {
    await expect(countdown(one)).toContainText(
      /applied 1 change\. \d:\d\d left to keep it, else revision 1 comes back\./,
    );
  }
  await expect(countdown(other).getByRole('timer')).toBeVisible();
  await countdown(other).getByRole('button', { name: 'Keep changes' }).click();
  await expect(countdown(other)).toBeHidden();
  await expect(countdown(page)).toBeHidden();
  await expect(card(page)).toContainText('Running revision 2. In sync');
  expect(manager.diff()).toBe(withoutYara);
  expect(manager.arConf()).not.toContain('yara_linux');
});

test('Revert now from another page brings every byte back', async ({ page, manager }) => {
  await applyAndLeave(page);
  await countdown(page).getByRole('button', { name: 'Revert now' }).click();
  await expect(countdown(page)).toBeHidden();
  await expect.poll(() => manager.diff(), { timeout: 30_000 }).toBe('');
  await expect.poll(() => manager.arConf(), { timeout: 30_000 }).toContain('yara_linux0');
  await expect(page.getByText('Riposte puts the previous configuration back.')).toBeHidden({ timeout: 30_000 });
  await expect(card(page)).toContainText('In sync');
  expect(manager.diff()).toBe('');
});

test('a revert that fails is an alarm on every page until it is put right', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/review');
  const button = await fillApply(page, { restart: true });
  manager.setFaults({ refuseStart: true });
  await button.click();
  await page.waitForURL(/\/apply\/\d+/);
  await page.goto('/commands');
  const alarm = page.getByRole('region', { name: 'Alarm' });
  await expect(alarm.getByRole('alert')).toContainText('Going back failed', { timeout: 40_000 });
  await alarm.getByText('By hand, in a shell on the manager, in this order').click();
  await expect(alarm.getByRole('button', { name: 'Copy the command' }).first()).toBeVisible();
  manager.setFaults({ refuseStart: false });
  await alarm.getByRole('button', { name: 'Try again' }).click();
  await expect(alarm).toBeHidden({ timeout: 40_000 });
  expect(manager.diff()).toBe('');
});

test('two people have two drafts', async ({ page, browser, server, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  const other = await anotherPerson(browser, server, { name: 'David Okafor', role: 'editor' });
  await other.goto('/responses');
  await expect(other.getByRole('complementary', { name: 'Pending changes' })).toBeHidden();
  await expect(rowOf(other, ['yara_linux'])).toBeVisible();
  await rowAction(other, ['netsh'], 'Disable');
  await expectDraft(other, 1);
  await page.reload();
  await expectDraft(page, 1);
  await page.goto('/audit');
  const his = page.getByRole('row').filter({ hasText: 'Changed the draft' }).filter({ hasText: 'David Okafor' });
  await expect(his).toHaveCount(1);
  expect(manager.diff()).toBe('');
  await other.context().close();
});

test('a Riposte that does not answer is told, with the time of what is shown', async ({ page, problems }) => {
  problems.expect(/ERR_FAILED/);
  await page.goto('/responses');
  await page.route('**/state', (route) => route.abort());
  await expect(page.getByText(/^Riposte is not reachable\. Showing what was known at \d\d:\d\d\.$/)).toBeVisible({
    timeout: 20_000,
  });
  await expect(rowOf(page, ['yara_linux'])).toBeVisible();
  await page.unroute('**/state');
  await expect(page.getByText(/^Riposte is not reachable/)).toBeHidden({ timeout: 30_000 });
});
