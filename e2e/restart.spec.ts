// Applying with a restart: visible steps, the manager's own log, and proof; or a clear failure and a way back.
import type { Page } from '@playwright/test';
import { apply, expectDraft, expectOutcome, keepButton, rowAction, startApply } from './fixtures/draft.ts';
import { expect, margin, test } from './fixtures/test.ts';

const step = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: title });

async function deleteYara(page: Page): Promise<void> {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
}

test('ends in "Running with the new configuration", and ar.conf lists what the file says', async ({
  page,
  manager,
}) => {
  expect(manager.arConf()).toContain('yara_linux0 - yara.sh - 0');
  await deleteYara(page);
  await apply(page, { restart: true });
  await expectOutcome(page, 'Running with the new configuration');
  for (const title of [
    'Keep the file as it was',
    'Wazuh’s own check',
    'Write the new file',
    'Restart the manager',
    'Daemons stay up',
    'Responses loaded',
    'You keep the changes',
  ]) {
    await expect(step(page, title)).toContainText('Done');
  }
  const log = page.getByRole('region', { name: 'Lines of the log' });
  await expect(log).toContainText('SIGNAL [(15)-(Terminated)] Received');
  await expect(log).toContainText("Connected to 'queue/alerts/ar' (active-response queue)");
  expect(manager.arConf()).not.toContain('yara_linux');
  expect(manager.log()).toContain("Connected to 'queue/alerts/execq' (exec queue)");
  await page.goto('/');
  await expect(page.getByText('In sync').first()).toBeVisible();
  await page.goto('/history');
  await expect(page.getByRole('list', { name: 'Revisions' }).getByText('Running')).toBeVisible();
});

test('a manager that does not start is told with its own words, and runs the previous file again', async ({
  page,
  manager,
}) => {
  await deleteYara(page);
  manager.setFaults({ refuseStart: true });
  await startApply(page, { restart: true });
  await expect(page.getByRole('heading', { name: 'Reverting 1 change' })).toBeVisible({ timeout: 30_000 });
  manager.setFaults({ refuseStart: false });
  const outcome = page.getByRole('region', { name: 'Outcome' });
  await expect(outcome).toBeVisible({ timeout: 30_000 });
  await expectOutcome(page, 'Reverted. The manager runs the previous configuration again');
  await expect(outcome).toContainText("Unable to Bind port '1514'");
  await expect(outcome).toContainText('remoted did not start');
  await expect(outcome).toContainText('The changes are back in your draft.');
  await expect(step(page, 'Daemons stay up')).toContainText('Failed');
  await expect(step(page, 'Responses loaded')).toContainText('Not reached');
  await expect(step(page, 'Put the previous file back')).toContainText('Done');
  expect(manager.diff()).toBe('');
  expect(manager.arConf()).toContain('yara_linux0 - yara.sh - 0');
  await outcome.getByRole('link', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
});

test('a manager that does not come up with the previous file either is the alarm, until it is put right', async ({
  page,
  manager,
}) => {
  await deleteYara(page);
  manager.setFaults({ refuseStart: true });
  await apply(page, { restart: true });
  await expectOutcome(page, 'The revert failed. The manager is not running fully');
  const outcome = page.getByRole('region', { name: 'Outcome' });
  await expect(outcome).toContainText('Not running: remoted.');
  await expect(outcome).toContainText('By hand, in a shell on the manager');
  await expect(outcome.getByRole('button', { name: 'Copy all' })).toBeVisible();
  expect(manager.diff()).toBe('');
  const alarmed = page.url();
  manager.setFaults({ refuseStart: false });
  await outcome.getByRole('button', { name: 'Try again' }).click();
  await expectOutcome(page, 'The manager is running again');
  expect(manager.arConf()).toContain('yara_linux0 - yara.sh - 0');
  await expect(async () => {
    await page.goto(alarmed);
    await expect(outcome).toContainText('This was so then.', { timeout: 1000 });
  }).toPass();
});

test('a daemon that dies right after the start is noticed, and the previous file comes back', async ({
  page,
  manager,
}) => {
  await deleteYara(page);
  manager.setFaults({ dieAfterSeconds: 0.6 });
  await startApply(page, { restart: true });
  await expect(page.getByRole('heading', { name: 'Reverting 1 change' })).toBeVisible({ timeout: 30_000 });
  manager.setFaults({ dieAfterSeconds: 0 });
  const outcome = page.getByRole('region', { name: 'Outcome' });
  await expect(outcome).toContainText('analysisd', { timeout: 30_000 });
  await expectOutcome(page, 'Reverted. The manager runs the previous configuration again');
  expect(manager.diff()).toBe('');
});

test('saved without a restart: the overview says "Restart pending" until it is restarted', async ({
  page,
  manager,
}) => {
  await deleteYara(page);
  await apply(page);
  await expectOutcome(page, 'Written. The manager still runs the previous configuration');
  expect(manager.arConf()).toContain('yara_linux0');
  await page.goto('/');
  await expect(page.getByText('The file is not what the manager is running')).toBeVisible();
  await expect(page.getByText('Restart pending').first()).toBeAttached();
  await page.getByRole('button', { name: 'Restart manager' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restart manager' }).click();
  // The file is another one than the one that ran: it has to be kept, as after an apply.
  await keepButton(page).click({ timeout: 30_000 });
  await expectOutcome(page, 'The manager is running again');
  expect(manager.arConf()).not.toContain('yara_linux');
  await page.goto('/');
  await expect(page.getByText('The file is not what the manager is running')).toBeHidden();
});

test('an edit from outside is noticed on the overview', async ({ page, manager }) => {
  await page.goto('/');
  await expect(page.getByText('The file is not what the manager is running')).toBeHidden();
  manager.editOutside((text) => text.replace('<level>12</level>', '<level>13</level>'));
  await page.reload();
  await expect(page.getByText('The file is not what the manager is running')).toBeVisible();
  expect(manager.diff()).toBe(
    margin(`
    |@@ -220,3 +220,3 @@
    |     <location>server</location>
    |-    <level>12</level>
    |+    <level>13</level>
    |   </active-response>
  `),
  );
});

test.describe('a restart that takes its time', () => {
  test.use({ managerOptions: { hangSeconds: 3 } });

  test('shows its steps while it runs, and goes on when the page is left', async ({ page, manager }) => {
    await deleteYara(page);
    await page.goto('/review');
    await page.getByRole('button', { name: 'Apply 1 change' }).click();
    await expect(page.getByRole('heading', { name: 'Applying 1 change' })).toBeVisible();
    await expect(page.getByRole('timer', { name: 'Time so far' })).toBeVisible();
    await expect(step(page, 'Restart the manager')).toContainText('Running');
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    const address = page.url();
    await page.goto('/');
    await page.goto(address);
    await keepButton(page).click({ timeout: 30_000 });
    await expectOutcome(page, 'Running with the new configuration');
    expect(manager.arConf()).not.toContain('yara_linux');
  });
});
