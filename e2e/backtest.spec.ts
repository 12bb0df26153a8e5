// Past alerts beside the form and on Review: what a response would have done, and that our own addresses raise the guard.
import type { Page } from '@playwright/test';
import { apply } from './fixtures/draft.ts';
import { saveToDraft, setLevel } from './fixtures/response-form.ts';
import { expect, margin, test } from './fixtures/test.ts';

const past = (page: Page) => page.getByRole('region', { name: 'What it would have done' });
const plot = (page: Page) => past(page).getByRole('img', { name: /by day and rule/ });

/** "39 runs in the 14 days that are known, …" */
async function runs(page: Page): Promise<number> {
  const words = await past(page).getByRole('status').first().textContent();
  return Number(/^([\d,]+) runs?/.exec(words ?? '')?.[1]?.replace(',', ''));
}

test('another level changes the plot and the numbers while it is typed', async ({ page }) => {
  await page.goto('/responses/r0');
  await expect(plot(page)).toHaveAttribute('aria-label', /^\d+ runs in the 14 days that are known/);
  const [before, label] = [await runs(page), await plot(page).getAttribute('aria-label')];
  await expect(page.getByText(/alerts from there up/)).toBeVisible();
  await setLevel(page, 12);
  await expect(plot(page)).not.toHaveAttribute('aria-label', label ?? '');
  const after = await runs(page);
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThan(before);
  await past(page).getByRole('switch', { name: 'Show as table' }).check();
  const sums = past(page).getByRole('table').first().getByRole('row').locator('td:last-child');
  await expect(sums.first()).toBeVisible();
  const counts = (await sums.allTextContents()).map(Number);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(after);
  await past(page).getByRole('radio', { name: '24 h' }).check();
  await expect(past(page)).toContainText('in 24 hours');
});

test('our own address among the hits raises the guard on Review, and one click puts it on the white list', async ({
  page,
  manager,
}) => {
  await page.goto('/responses/r0');
  await setLevel(page, 9);
  await saveToDraft(page);
  await page.goto('/review');
  const guard = page.getByRole('region', { name: 'Our own addresses' });
  await expect(guard).toContainText('Would have blocked build-01 once');
  await expect(guard).toContainText('10.20.3.6 is one of your agents and is not white-listed.');
  const effects = page.getByRole('region', { name: 'What the draft would have done to past alerts' });
  await expect(effects.getByRole('listitem').filter({ hasText: 'host-deny' })).toContainText(
    '1 against our own addresses',
  );
  await guard.getByRole('button', { name: 'Add to white list: 10.20.3.6' }).click();
  await expect(guard).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Review 2 changes' })).toBeVisible();
  await apply(page);
  expect(manager.diff()).toContain(
    margin(`
    |+    <white_list>10.20.3.6</white_list>
  `).trim(),
  );
});
