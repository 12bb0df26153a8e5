// `all` runs a command on every agent at once: the number of agents has to be typed, and the server insists on it too.
import { expectDraft, fillApply } from './fixtures/draft.ts';
import {
  addRule,
  chooseCommand,
  chooseLocation,
  goTo,
  nextButton,
  openNewResponse,
  saveToDraft,
  undoAfter,
} from './fixtures/response-form.ts';
import { expect, test } from './fixtures/test.ts';

test('nobody goes on before the number of agents is typed', async ({ page, manager }) => {
  await openNewResponse(page);
  await chooseCommand(page, 'firewall-drop');
  await goTo(page, 'Trigger');
  await addRule(page, 5712);
  await goTo(page, 'Location');
  await chooseLocation(page, 'Every agent');
  await expect(page.getByText('10 connected now: 5 Linux, 3 Windows, 2 macOS')).toBeVisible();
  await expect(nextButton(page)).toBeDisabled();
  const number = page.getByRole('textbox', { name: 'Type the number of agents, 12, to go on' });
  await number.fill('11');
  await expect(nextButton(page)).toBeDisabled();
  // Ctrl Enter goes on, too: it must not get past the guard.
  await number.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Where should it run?' })).toBeVisible();
  await number.fill('12');
  await goTo(page, 'Duration');
  await undoAfter(page, 10, 'minutes');
  await goTo(page, 'Review');
  await saveToDraft(page);
  await expectDraft(page, 1);
  expect(manager.diff()).toBe('');
});

test('the server refuses a wrong number, whatever the browser sends', async ({ page, server, manager }) => {
  await openNewResponse(page);
  await chooseCommand(page, 'firewall-drop');
  await goTo(page, 'Trigger');
  await addRule(page, 5712);
  await goTo(page, 'Location');
  await chooseLocation(page, 'Every agent');
  await page.getByRole('textbox', { name: /^Type the number of agents/ }).fill('12');
  await goTo(page, 'Duration');
  await undoAfter(page, 10, 'minutes');
  await goTo(page, 'Review');
  // The same request as the page would send, with another number in it.
  await page.route('**/responses/new**', async (route) => {
    const body = route.request().postData();
    if (!body?.includes('"confirmedAgents":"12"')) return route.continue();
    return route.continue({ postData: body.replace('"confirmedAgents":"12"', '"confirmedAgents":"1"') });
  });
  await page.getByRole('button', { name: 'Save to draft' }).click();
  await expect(page.getByText('Type 12, the number of agents that could run it.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Where should it run?' })).toBeVisible();
  await page.goto(`${server.url}/review`);
  await expect(page.getByText('Your draft is empty')).toBeVisible();
  expect(manager.diff()).toBe('');
});

test('Review asks for the number again before it is applied', async ({ page }) => {
  await openNewResponse(page);
  await chooseCommand(page, 'firewall-drop');
  await goTo(page, 'Trigger');
  await addRule(page, 5712);
  await goTo(page, 'Location');
  await chooseLocation(page, 'Every agent');
  await page.getByRole('textbox', { name: /^Type the number of agents/ }).fill('12');
  await goTo(page, 'Duration');
  await undoAfter(page, 10, 'minutes');
  await goTo(page, 'Review');
  await saveToDraft(page);
  await page.goto('/review');
  const button = await fillApply(page, { agents: 12 });
  await page.getByRole('textbox', { name: /to run on every agent/ }).fill('1');
  await expect(button).toBeDisabled();
  await expect(page.getByText('Type 12, the number of agents.')).toBeVisible();
});
