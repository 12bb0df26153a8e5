// Which agents would run a response: from its row to the sentence, the reasons and the draft.
import { expectDraft, rowAction } from './fixtures/draft.ts';
import { expect, test } from './fixtures/test.ts';

test('a response says which agents would run it now, and why the others cannot', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['host-deny'], 'Agents that would run it');
  await expect(page.getByText(/^Runs on 7 of 12 agents now, .*: 5 Linux, 2 macOS; 5 cannot\./)).toBeVisible();
  const hosts = page.getByRole('table', { name: 'Hosts that the response is for' }).getByRole('row');
  await expect(hosts).toHaveCount(14);
  await page.getByRole('link', { name: /^Cannot/ }).click();
  await expect(hosts).toHaveCount(6);
  await page.getByRole('link', { name: /^Disconnected/ }).click();
  await expect(hosts.nth(1)).toContainText('build-01');
  await expect(hosts).toHaveCount(2);

  await page.goto('/responses');
  await rowAction(page, ['win_route-null'], 'Disable');
  await expectDraft(page, 1);
  await rowAction(page, ['win_route-null'], 'Agents that would run it');
  await expect(page.getByText('In your draft', { exact: true })).toBeVisible();
  await expect(page.getByText('The response is switched off')).toBeVisible();
  await expect(page.getByText(/^Runs on 3 of 12 agents now, .*: 3 Windows; 9 cannot\./)).toBeVisible();
  expect(manager.diff()).toBe('');
});
