// The white list: an entry with a note goes through draft and apply into the file; the guard watches our own addresses.
import type { Page } from '@playwright/test';
import { apply, expectDraft } from './fixtures/draft.ts';
import { expect, margin, test } from './fixtures/test.ts';

const rowOf = (page: Page, entry: string) =>
  page.getByRole('table', { name: 'White list' }).getByRole('row').filter({ hasText: entry });
const guard = (page: Page) => page.getByRole('region', { name: 'Lock-out guard' });

test('an entry is added with a note, tried out, and applied', async ({ page, manager }) => {
  await page.goto('/white-list');
  await page.getByRole('button', { name: 'Add entry' }).click();
  const form = page.getByRole('dialog', { name: 'Add to the white list' });
  await form.getByRole('radio', { name: 'Network' }).check();
  const network = form.getByRole('textbox', { name: 'Network' });
  await network.fill('10.0.0.0/33');
  await form.getByRole('button', { name: 'Add to draft' }).click();
  await expect(form.getByText('Write an IPv4 network like 192.0.2.0/24.')).toBeVisible();
  await network.fill('10.20.9.0/25');
  await expect(form.getByText('10.20.9.0/24 covers it already.')).toBeVisible();
  await network.fill('192.168.7.0/24');
  await expect(form.getByText('All from 192.168.7.0 to 192.168.7.255.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Note' }).fill('Scanner of the branch office');
  await form.getByRole('button', { name: 'Add to draft' }).click();
  await expectDraft(page, 1);
  await expect(rowOf(page, '192.168.7.0/24')).toContainText('Added in your draft');
  const address = page.getByRole('textbox', { name: 'Source address of an alert' });
  await address.fill('192.168.7.99');
  await expect(page.getByText('1 entry covers it:')).toBeVisible();
  await address.fill('192.168.8.99');
  await expect(page.getByText('The white list does not hold it back.')).toBeVisible();
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -127,2 +127,3 @@
    |     <white_list>10.20.9.0/24</white_list>
    |+    <white_list>192.168.7.0/24</white_list>
    |   </global>
  `),
  );
  await page.goto('/white-list');
  await expect(rowOf(page, '192.168.7.0/24')).toContainText('Scanner of the branch office');
  await expect(rowOf(page, '192.168.7.0/24')).not.toContainText('draft');
});

test('a removal is undone; the guard sees what it would leave open, and mends it', async ({ page, manager }) => {
  await page.goto('/white-list');
  await page.getByRole('button', { name: 'Remove 10.20.9.0/24' }).click();
  await expectDraft(page, 1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rowOf(page, '10.20.9.0/24')).not.toContainText('draft');
  await page.getByRole('button', { name: 'Remove 10.20.9.0/24' }).click();
  await expect(rowOf(page, '10.20.9.0/24')).toContainText('Removed in your draft');
  await page.goto('/review');
  await expect(guard(page)).toContainText('With your draft, a response can block our own addresses');
  await expect(guard(page)).toContainText(
    '10.20.9.10 (the manager), 10.20.9.1 (a gateway) and 10.20.9.53 (a name server)',
  );
  await guard(page).getByRole('button', { name: 'Add all 3 to the white list' }).click();
  await expect(page.getByRole('heading', { name: 'Review 4 changes' })).toBeVisible();
  await expect(guard(page)).toHaveCount(0);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -126,3 +126,5 @@
    |     <white_list>^localhost.localdomain$</white_list>
    |-    <white_list>10.20.9.0/24</white_list>
    |+    <white_list>10.20.9.10</white_list>
    |+    <white_list>10.20.9.1</white_list>
    |+    <white_list>10.20.9.53</white_list>
    |   </global>
  `),
  );
});
