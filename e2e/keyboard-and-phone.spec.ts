// The same work without a mouse, and in a window as small as a phone.
import type { Page } from '@playwright/test';
import { apply, expectOutcome, fillApply, keepButton } from './fixtures/draft.ts';
import {
  addRule,
  chooseCommand,
  chooseLocation,
  goTo,
  openNewResponse,
  saveToDraft,
  undoAfter,
} from './fixtures/response-form.ts';
import { expect, margin, test } from './fixtures/test.ts';

/** Tab until the control with this name has the focus, as a person does. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement)) return '';
      const label = 'labels' in at ? (at as HTMLInputElement).labels?.[0]?.textContent : '';
      return [at.getAttribute('aria-label'), label, at.textContent].filter(Boolean).join(' | ');
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab did not reach ${name}`);
}

test('from N to a running configuration without a mouse', async ({ page, manager }) => {
  await page.goto('/');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'What should it do?' })).toBeVisible();
  await tabTo(page, /^disable-account/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^firewall-drop/ })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'When should it run?' })).toBeFocused();
  await tabTo(page, /Find rules by ID/);
  await page.keyboard.type('5712');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Where should it run?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: /^The agent that alerted/ })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'For how long?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: /^Undo after a time/ })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Is this what you want?' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Response added to your draft')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
  // The sandbox has a response with the same program and another time: that is a new warning, to be ticked first.
  await tabTo(page, /I have read the new warning/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(keepButton(page)).toBeVisible({ timeout: 30_000 });
  await tabTo(page, /^Keep changes/);
  await page.keyboard.press('Enter');
  await expectOutcome(page, 'Running with the new configuration');
  expect(manager.diff()).toBe(
    margin(`
    |@@ -245,2 +245,9 @@
    |   </active-response>
    |+
    |+  <active-response>
    |+    <command>firewall-drop</command>
    |+    <location>local</location>
    |+    <rules_id>5712</rules_id>
    |+    <timeout>600</timeout>
    |+  </active-response>
    | </ossec_config>
  `),
  );
});

test('the list is moved through with J and K, and a row opens with Enter', async ({ page }) => {
  await page.goto('/responses');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/responses\/r0$/);
  await page.goBack();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden();
});

test('the menu of a row opens with the keyboard and keeps the focus', async ({ page }) => {
  await page.goto('/responses');
  await page.keyboard.press('j');
  await tabTo(page, /^Actions for/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Actions for/ }).first()).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a response is created and applied', async ({ page, manager }) => {
    await openNewResponse(page);
    await chooseCommand(page, 'host-deny');
    await goTo(page, 'Trigger');
    await addRule(page, 5763);
    await goTo(page, 'Location');
    await chooseLocation(page, 'The agent that alerted');
    await goTo(page, 'Duration');
    await undoAfter(page, 15, 'minutes');
    await goTo(page, 'Review');
    await saveToDraft(page);
    await page.getByRole('link', { name: 'Review changes' }).tap();
    await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
    const button = await fillApply(page, { restart: true });
    await button.tap();
    await keepButton(page).tap();
    await expectOutcome(page, 'Running with the new configuration');
    expect(manager.diff()).toBe(
      margin(`
      |@@ -245,2 +245,9 @@
      |   </active-response>
      |+
      |+  <active-response>
      |+    <command>host-deny</command>
      |+    <location>local</location>
      |+    <rules_id>5763</rules_id>
      |+    <timeout>900</timeout>
      |+  </active-response>
      | </ossec_config>
    `),
    );
  });

  test('nothing is wider than the window, and the menu of a row opens with one tap', async ({ page }) => {
    for (const path of [
      '/',
      '/responses',
      '/responses/new',
      '/responses/r1',
      '/commands',
      '/endpoints',
      '/source',
      '/history',
    ]) {
      await page.goto(path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await page.goto('/responses');
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .tap();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.getByRole('menuitem', { name: /^Disable/ }).tap();
    await expect(page.getByText('1 change in your draft')).toBeVisible();
    await apply(page);
  });
});
