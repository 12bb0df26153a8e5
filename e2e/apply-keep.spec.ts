// An apply is kept by somebody, or comes undone: whoever is there, whatever fails, the file on disk and what the manager runs
// are the old ones or the new ones, and the page says which and why.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectDraft, expectOutcome, fillApply, keepButton, rowAction, startApply } from './fixtures/draft.ts';
import type { TestManager } from './fixtures/manager.ts';
import { expect, margin, test } from './fixtures/test.ts';

const REVERTED = 'Reverted. The manager runs the previous configuration again';
const YARA = 'yara_linux0 - yara.sh - 0';
const WITHOUT_YARA = margin(`
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

const question = (page: Page) => page.getByRole('region', { name: 'Keep or revert' });
const outcome = (page: Page) => page.getByRole('region', { name: 'Outcome' });
const timer = (page: Page) => page.getByRole('timer', { name: 'Time to keep the changes' });

async function deleteYara(page: Page): Promise<void> {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
}

/** Applies, and sees the question. */
async function applyAndSeeQuestion(page: Page, manager: TestManager): Promise<void> {
  await deleteYara(page);
  await startApply(page, { restart: true });
  await expect(question(page)).toBeVisible({ timeout: 30_000 });
  expect(manager.diff()).toBe(WITHOUT_YARA);
  expect(manager.arConf()).not.toContain('yara_linux');
}

function expectOldFile(manager: TestManager): void {
  expect(manager.diff()).toBe('');
  expect(manager.arConf()).toContain(YARA);
}

test('asks, is kept, and then it stays', async ({ page, manager }) => {
  const ownership = manager.configOwnership();
  await applyAndSeeQuestion(page, manager);
  await expect(page).toHaveTitle('Keep these changes? · Riposte');
  await expect(question(page)).toContainText('So if a response locks you out, just wait.');
  await expect(question(page)).toContainText('Your browser still reaches Riposte');
  await expect(question(page)).toContainText('No new errors in the manager log');
  await expect(timer(page)).toHaveText(/^\d:\d\d$/);
  await question(page).getByRole('button', { name: 'Open log' }).click();
  await expect(page.getByRole('region', { name: 'Lines of the log' })).toContainText('SIGNAL [(15)-(Terminated)]');
  await keepButton(page).click();
  await expectOutcome(page, 'Running with the new configuration');
  await expect(outcome(page)).toContainText(/Kept by .+ at \d\d:\d\d\./);
  expect(manager.diff()).toBe(WITHOUT_YARA);
  expect(manager.arConf()).not.toContain('yara_linux');
  expect(manager.configOwnership()).toBe(ownership);
  await page.goto('/responses');
  await expect(page.getByRole('complementary', { name: 'Pending changes' })).toBeHidden();
});

test('the question and what comes of it pass axe in both themes, on a desk and on a phone', async ({
  page,
  manager,
}) => {
  await applyAndSeeQuestion(page, manager);
  await expectAccessible(page);
  await question(page).getByRole('button', { name: 'Revert now' }).click();
  await expectOutcome(page, REVERTED);
  await expectAccessible(page);
});

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(bad.map(({ id, nodes }) => `${colorScheme} ${width}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `wider than the window at ${width}`).toBeLessThanOrEqual(0);
    }
  }
}

test('Revert now brings the old file back, and the changes into the draft', async ({ page, manager }) => {
  await applyAndSeeQuestion(page, manager);
  await question(page).getByRole('button', { name: 'Revert now' }).click();
  await expectOutcome(page, REVERTED);
  await expect(outcome(page)).toContainText('pressed Revert now.');
  expectOldFile(manager);
  await page.goto('/responses');
  await expectDraft(page, 1);
});

test('Keep and Revert are on no single key', async ({ page, manager }) => {
  await applyAndSeeQuestion(page, manager);
  const question = page.url();
  for (const key of ['k', 'Enter', 'Escape', 'Space']) await page.keyboard.press(key);
  await expect(page).toHaveURL(question);
  // R is the key of Review, and goes there only.
  await page.keyboard.press('r');
  await page.waitForURL(/\/review$/);
  await page.goBack();
  await page.waitForURL(question);
  await expect(keepButton(page)).toBeVisible();
  expect(manager.diff()).toBe(WITHOUT_YARA);
  await keepButton(page).click();
  await expectOutcome(page, 'Running with the new configuration');
});

test.describe('with little time', () => {
  test.use({ serverEnv: { RIPOSTE_KEEP_SECONDS: '8' } });

  test('nobody keeps it, the browser is closed: it comes undone by itself', async ({ page, context, manager }) => {
    await applyAndSeeQuestion(page, manager);
    const address = page.url();
    await page.close();
    await expect.poll(() => manager.diff(), { timeout: 30_000 }).toBe('');
    await expect.poll(() => manager.arConf(), { timeout: 30_000 }).toContain(YARA);
    const later = await context.newPage();
    await later.goto(address);
    await expectOutcome(later, REVERTED);
    await expect(outcome(later)).toContainText('Nobody pressed Keep changes within 8 s.');
    await expect(outcome(later)).toContainText('The changes are back in your draft.');
    expectOldFile(manager);
    await later.goto('/history');
    await expect(later.getByRole('list', { name: 'Revisions' }).getByText('Not kept')).toBeVisible();
  });

  test('the page that stays open shows the way back without being asked', async ({ page, manager }) => {
    await applyAndSeeQuestion(page, manager);
    await expect(page.getByRole('heading', { name: 'Reverting 1 change' })).toBeVisible();
    await expectOutcome(page, REVERTED);
    expectOldFile(manager);
  });

  test('the time goes on over a restart of Riposte', async ({ page, manager, server }) => {
    await applyAndSeeQuestion(page, manager);
    const address = page.url();
    await page.goto('about:blank');
    await server.restart();
    await expect.poll(() => manager.diff(), { timeout: 30_000 }).toBe('');
    await page.goto(address);
    await expectOutcome(page, REVERTED);
    await expect(outcome(page)).toContainText('Nobody pressed Keep changes within 8 s.');
    expectOldFile(manager);
  });
});

test('after a restart of Riposte it still asks, and can be kept', async ({ page, manager, server }) => {
  await applyAndSeeQuestion(page, manager);
  const address = page.url();
  await page.goto('about:blank');
  await server.restart();
  await page.goto(address);
  await keepButton(page).click();
  await expectOutcome(page, 'Running with the new configuration');
  expect(manager.diff()).toBe(WITHOUT_YARA);
});

test.describe('a restart that takes its time', () => {
  test.use({ managerOptions: { hangSeconds: 3 } });

  test('can be taken back while it is on its way', async ({ page, manager }) => {
    await deleteYara(page);
    await startApply(page, { restart: true });
    await page.getByRole('button', { name: 'Revert now' }).click();
    await expect(outcome(page)).toBeVisible({ timeout: 30_000 });
    await expectOutcome(page, REVERTED);
    expectOldFile(manager);
  });
});

test('what Wazuh itself refuses is not written, and its own words are shown', async ({ page, manager }) => {
  await deleteYara(page);
  manager.setFaults({ ownCheck: 'refuses' });
  await startApply(page, { restart: true });
  await expectOutcome(page, 'Nothing was written');
  await expect(outcome(page)).toContainText('What Wazuh said');
  await expect(outcome(page).getByRole('list')).toContainText(/ERROR|CRITICAL/);
  expect(manager.diff()).toBe('');
  await page.goto('/responses');
  await expectDraft(page, 1);
});

test('an edit from outside between review and apply: nothing is written', async ({ page, manager }) => {
  await deleteYara(page);
  await page.goto('/review');
  const button = await fillApply(page, { restart: true });
  manager.editOutside((text) => text.replace('<level>12</level>', '<level>13</level>'));
  const theirs = manager.config();
  await button.click();
  await expect(page.getByText(/changed (outside Riposte|since you reviewed it)/).first()).toBeVisible();
  await expect(page).toHaveURL(/\/review/);
  expect(manager.config()).toBe(theirs);
  expect(manager.arConf()).toContain(YARA);
});

test('an edit from outside while it asks: their file stays when it is not kept', async ({ page, manager }) => {
  await applyAndSeeQuestion(page, manager);
  manager.editOutside((text) => text.replace('<level>12</level>', '<level>13</level>'));
  const theirs = manager.config();
  await question(page).getByRole('button', { name: 'Revert now' }).click();
  await expectOutcome(page, 'Somebody else changed ossec.conf. Their version stays');
  expect(manager.config()).toBe(theirs);
});
