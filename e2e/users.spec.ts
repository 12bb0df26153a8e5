// Users: added with a one-time link, narrowed, shut out; each with an account of their own.
import type { Page } from '@playwright/test';
import { expectDraft, rowAction, rowOf } from './fixtures/draft.ts';
import { waitForHydration } from './fixtures/hydration.ts';
import { chooseLocation, saveToDraft } from './fixtures/response-form.ts';
import { anotherPerson, expect, test } from './fixtures/test.ts';

const PASSWORD = 'three blue herons at noon';
const login = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

test('an administrator adds a user, who sets a password with the link, once, and has the role given', async ({
  page,
  browser,
  server,
  manager,
}) => {
  await page.goto('/users');
  await page.getByRole('link', { name: 'Add user' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada Lovelace');
  await page.getByRole('textbox', { name: 'Sign-in name' }).fill('Marta');
  await page.getByRole('radio', { name: /^Editor/ }).check();
  await page.getByRole('button', { name: 'Add user' }).click();
  await expect(page.getByText('Somebody has this sign-in name already.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Sign-in name' }).fill('ada');
  await page.getByRole('button', { name: 'Add user' }).click();
  const link = (await page.locator('code[data-link]').textContent()) ?? '';
  expect(link).toContain(`${server.url}/setup?token=`);
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(login(page, 'Ada Lovelace')).toContainText('No password yet');

  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const ada = await context.newPage();
  waitForHydration(ada);
  await ada.goto(link);
  await ada.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await ada
    .getByRole('button', { name: /password/i })
    .last()
    .click();
  await expect(ada.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await ada.goto('/review');
  await ada.goto('/users');
  await expect(ada.getByText('Managing users needs an administrator')).toBeVisible();
  await expect(ada.getByRole('link', { name: 'Users' })).toHaveCount(0);
  await ada.goto('/responses');
  await rowAction(ada, ['yara_linux'], 'Delete');
  await expectDraft(ada, 1);
  await ada.goto('/review');
  await expect(ada.getByText('Applying needs an operator.')).toBeVisible();
  await expect(ada.getByRole('button', { name: /^Apply/ })).toHaveCount(0);
  await ada.goto(link);
  await expect(ada.getByLabel('Password', { exact: true })).toHaveCount(0);
  expect(manager.diff()).toBe('');
  await context.close();
});

test('limits hold for every way a change comes in', async ({ browser, server, manager }) => {
  const bob = await anotherPerson(browser, server, {
    role: 'operator',
    name: 'Bob Bent',
    limits: { noAll: true, commands: ['netsh'] },
  });
  await bob.goto('/responses');
  await rowAction(bob, ['yara_linux'], 'Delete');
  await expect(bob.getByText('Your account may change only netsh, not yara_linux.')).toBeVisible();
  await bob.goto('/responses');
  await rowOf(bob, ['netsh']).getByRole('link').first().click();
  await chooseLocation(bob, 'Every agent');
  await bob.getByRole('textbox', { name: /^Type the number of agents/ }).fill('12');
  await bob.getByRole('button', { name: 'Save to draft' }).click();
  await expect(bob.getByText('Your account may not use every agent (all).')).toBeVisible();
  await chooseLocation(bob, 'The manager');
  await saveToDraft(bob);
  await expectDraft(bob, 1);
  expect(manager.diff()).toBe('');
  await bob.context().close();
});

test('a disabled user is out at once, and the last administrator cannot be lost', async ({ page, browser, server }) => {
  const bob = await anotherPerson(browser, server, { role: 'operator', name: 'Bob Bent' });
  await bob.goto('/');
  await expect(bob.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await page.goto('/users');
  await page.getByRole('link', { name: 'Marta Kowalska' }).last().click();
  await page.getByRole('radio', { name: /^Viewer/ }).check();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('This is the last administrator.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Disable', exact: true })).toBeDisabled();
  await page.goto('/users');
  await page.getByRole('link', { name: 'Bob Bent' }).click();
  await page.getByRole('button', { name: 'Disable', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByText('Nobody can sign in as this user.')).toBeVisible();
  await expect(page.getByText('Nowhere at the moment.')).toBeVisible();
  await bob.goto('/responses');
  await expect(bob).toHaveURL(/\/sign-in/);
  await page.goto('/audit');
  await expect(page.getByRole('row', { name: /Disabled a user/ })).toContainText('Marta Kowalska');
  await bob.context().close();
});

test('who is signed in elsewhere ends it there, and an administrator ends it for others', async ({
  page,
  browser,
  server,
}) => {
  const bob = await anotherPerson(browser, server, { role: 'viewer', name: 'Bob Bent' });
  await bob.goto('/account');
  await expect(bob.getByText('This browser')).toBeVisible();
  await bob.getByRole('textbox', { name: 'Name', exact: true }).fill('Robert Bent');
  await bob.getByRole('button', { name: 'Save name' }).click();
  await expect(bob.getByText('The history now calls you Robert Bent')).toBeVisible();
  await page.goto('/users');
  await page.getByRole('link', { name: 'Robert Bent' }).click();
  await page.getByRole('button', { name: /^End / }).click();
  await expect(page.getByText('Nowhere at the moment.')).toBeVisible();
  await bob.goto('/account');
  await expect(bob).toHaveURL(/\/sign-in/);
  await bob.context().close();
});

test.describe('with a password', () => {
  test.use({ signedInAs: { role: 'viewer', name: 'Vera Winter', password: PASSWORD } });

  test('a password is changed by who knows the present one', async ({ page }) => {
    await page.goto('/account');
    await page.getByLabel('Present password').fill('not the right one');
    await page.getByLabel('New password').fill('seven tall trees in rain');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('Wrong password.')).toBeVisible();
    await page.getByLabel('Present password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('Password changed.')).toBeVisible();
    await expect(page.getByText('This browser')).toBeVisible();
  });
});
