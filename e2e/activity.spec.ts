// What really ran: an execution that was expected and never reported is shown, failures have the script's words, a block can
// be lifted.
import { expect, test } from './fixtures/test.ts';

test('an execution that was expected and not seen is shown, followed to its alert, and explained', async ({ page }) => {
  await page.goto('/activity?period=24h');
  const runs = page.getByRole('table', { name: 'Runs, the newest first' });
  const unseen = runs.getByRole('row').filter({ hasText: 'Expected, not seen' });
  const lost = unseen.filter({ hasText: 'bastion' });
  await expect(lost).toHaveCount(1);
  await expect(lost).toContainText('host-deny');
  await expect(lost).toContainText('It reports host-deny at other times');
  await expect(page.getByRole('figure', { name: /expected and not seen/ })).toBeVisible();

  await lost.getByRole('link', { name: 'Alert' }).click();
  const drawer = page.getByRole('dialog', { name: 'Alert' });
  await expect(drawer.getByRole('region', { name: /^alert \d+\.\d+$/ })).toContainText('"name": "bastion"');
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toBeHidden();

  await page.getByRole('link', { name: '30 days' }).click();
  await expect(page).toHaveURL(/period=30d/);
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('failed');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(runs.getByRole('row').filter({ hasText: "Cannot read 'srcip' from data" })).toHaveCount(1);
  await expect(runs.getByRole('row').filter({ hasText: 'Undone' })).toHaveCount(0);

  const blocks = page.getByRole('region', { name: 'In force now' }).getByRole('listitem');
  const permanent = blocks.filter({ hasText: '203.0.113.99' });
  await expect(permanent).toContainText('Permanent');
  await permanent.getByText('How to lift it').click();
  await expect(permanent.getByText('iptables -D INPUT -s 203.0.113.99 -j DROP', { exact: true })).toBeVisible();
  await expect(blocks.getByRole('timer').first()).toHaveText(/^\d\d:\d\d:\d\d$/);

  await page.goto('/activity?period=24h&outcome=unseen');
  await lost.getByRole('link', { name: 'Follow it' }).click();
  await expect(page.getByText('Nothing known stands in the way, and yet no run was seen').first()).toBeVisible();
});
