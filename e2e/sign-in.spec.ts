// Who gets in: the first start, signing in and out, and a session that ends while somebody types.
import type { Page } from '@playwright/test';
import { expectDraft, fillApply, rowAction } from './fixtures/draft.ts';
import {
  addRule,
  chooseCommand,
  chooseLocation,
  goTo,
  openNewResponse,
  saveToDraft,
  undoAfter,
} from './fixtures/response-form.ts';
import { riposte } from './fixtures/riposte.ts';
import { expect, test } from './fixtures/test.ts';
import { addUser, endSessions, giveSession } from './fixtures/users.ts';

const PASSWORD = 'four lamps near the harbour';
const marta = { name: 'Marta Kowalska', login: 'mkowalska', role: 'operator', password: PASSWORD } as const;

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Sign-in name' }).fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /signing out$/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
}

const overview = (page: Page) => page.getByRole('heading', { name: 'Overview', level: 1 });

test.describe('before there is anybody', () => {
  test.use({ signedInAs: null });

  test('the printed link leads to the first administrator and to the overview, once', async ({ page, server }) => {
    const [, link] = /^First start\. Open this link .*\(valid 1 hour, once\): (\S+)$/m.exec(server.output) ?? [];
    expect(link).toMatch(new RegExp(`^${server.url}/setup\\?token=[\\w-]{43}$`));
    await page.goto(link ?? '');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Marta Kowalska');
    await page.getByRole('textbox', { name: 'Sign-in name' }).fill('mkowalska');
    const password = page.getByRole('textbox', { name: 'Password' });
    await password.fill('password1234');
    await page.getByRole('button', { name: 'Create administrator' }).click();
    await expect(page.getByText('This is easy to guess.')).toBeVisible();
    await expect(password).toBeFocused();
    await password.fill(PASSWORD);
    await page.getByRole('button', { name: 'Show the password' }).click();
    await expect(password).toHaveAttribute('type', 'text');
    await page.getByRole('button', { name: 'Create administrator' }).click();
    await expect(overview(page)).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Marta Kowalska');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'riposte-session', httpOnly: true, sameSite: 'Strict', path: '/' });
    await signOut(page);
    await page.goto(link ?? '');
    await expect(page.getByRole('heading', { name: 'This link is no longer valid' })).toBeVisible();
    await server.restart();
    expect(server.output.match(/First start/g)).toHaveLength(1);
  });

  test('no page and no route is reachable', async ({ page, server, problems }) => {
    for (const path of ['/', '/responses', '/review', '/history', '/audit', '/source', '/apply/1', '/setup']) {
      await page.goto(path);
      await expect(page.getByText('Open the link that Riposte printed when it started.')).toBeVisible();
      await expect(page.getByText('wazuh-sandbox')).toHaveCount(0);
    }
    problems.expect(/401/);
    for (const path of [
      '/state',
      '/audit/export',
      '/history/1/file',
      '/history/export?as=git',
      '/rules/search?q=ssh',
    ]) {
      const answer = await fetch(server.url + path, { redirect: 'manual' });
      expect([path, answer.status, await answer.text()]).toEqual([path, 401, 'Sign in first.\n']);
    }
    await page.goto(`/setup?token=${'a'.repeat(43)}`);
    await expect(page.getByText('Open the link that Riposte printed when it started.')).toBeVisible();
  });
});

test.describe('with a password', () => {
  // What a client says of its own address counts for nothing.
  const lies = { 'x-forwarded-for': '6.6.6.6', 'x-riposte-address': '6.6.6.6' };
  test.use({ signedInAs: null, extraHTTPHeaders: lies });
  test.beforeEach(async ({ server }) => {
    await addUser(server.stateDir, marta);
  });

  test('signs in where it was going, and out', async ({ page, server }) => {
    await page.goto('/responses?q=yara');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fresponses%3Fq%3Dyara$/);
    await expect(page.getByText(/wazuh-sandbox|0\.\d+\.\d+/)).toHaveCount(0);
    await signIn(page, 'MKowalska', PASSWORD);
    await expect(page).toHaveURL(`${server.url}/responses?q=yara`);
    await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Operator');
    const [before] = await page.context().cookies();
    await signOut(page);
    await expect(page).toHaveURL(`${server.url}/sign-in`);
    await page.goto('/');
    await expect(page).toHaveURL(`${server.url}/sign-in`);
    // The cookie from before is of no use to anybody.
    await giveSession(page.context(), server.url, before?.value ?? '');
    await page.goto('/');
    await expect(page).toHaveURL(`${server.url}/sign-in`);
  });

  test('another address cannot be smuggled in', async ({ page, server }) => {
    await page.goto('/sign-in?next=//evil.example/');
    await signIn(page, 'mkowalska', PASSWORD);
    await expect(overview(page)).toBeVisible();
    expect(new URL(page.url()).origin).toBe(server.url);
  });

  test('a wrong password and a wrong name are told apart by nobody; many have to wait', async ({ page }) => {
    await page.goto('/sign-in');
    await signIn(page, 'nobody-of-this-name', PASSWORD);
    await expect(page.getByText('Wrong name or password.')).toBeVisible();
    const password = page.getByRole('textbox', { name: 'Password' });
    for (let count = 0; count < 5; count++) {
      await signIn(page, 'mkowalska', `wrong ${count}`);
      await expect(page.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-busy');
      await expect(page.getByText('Wrong name or password.')).toBeVisible();
      await expect(password).toHaveValue(`wrong ${count}`);
    }
    await signIn(page, 'mkowalska', PASSWORD);
    await expect(page.getByText(/^Too many tries\. Try again in \d+ s\.$/).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled();
    // It counts down by itself, and then the right one is right.
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(overview(page)).toBeVisible();
    await page.goto('/audit');
    const failed = page.getByRole('row').filter({ hasText: 'A sign-in failed' });
    await expect(failed).toHaveCount(6);
    await expect(failed.filter({ hasText: 'address 127.0.0.1' })).toHaveCount(6);
    await expect(page.getByRole('row').filter({ hasText: 'Signed in' })).toHaveCount(1);
  });

  test('a lost password is replaced by who has the server', async ({ page, server }) => {
    const { code, out } = await riposte(server.stateDir, 'sign-in-link', 'mkowalska');
    expect(code).toBe(0);
    await page.goto(new URL(/\/setup\?token=\S+/.exec(out)?.[0] ?? '', server.url).href);
    await expect(page.getByText('For Marta Kowalska, who signs in as mkowalska.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Password' }).fill('seven grey herons asleep');
    await page.getByRole('button', { name: 'Save password' }).click();
    await expect(overview(page)).toBeVisible();
    await signOut(page);
    await signIn(page, 'mkowalska', PASSWORD);
    await expect(page.getByText('Wrong name or password.')).toBeVisible();
    await signIn(page, 'mkowalska', 'seven grey herons asleep');
    await expect(overview(page)).toBeVisible();
  });
});

test.describe('while somebody types', () => {
  test.use({ signedInAs: marta });

  test('a session that ends elsewhere is told, and nothing typed is lost', async ({
    page,
    server,
    problems,
    context,
  }) => {
    problems.expect(/401/);
    await page.goto('/commands?new=1');
    const form = page.getByRole('dialog', { name: 'New command' });
    await form.getByRole('textbox', { name: 'Name' }).fill('quarantine');
    await form.getByRole('combobox', { name: 'Executable' }).fill('quarantine.sh');
    await form.getByRole('combobox', { name: 'Executable' }).press('Enter');
    await endSessions(server.stateDir);
    await expect(page.getByText('You were signed out. What you typed stays here.')).toBeVisible();
    await form.getByRole('button', { name: /^Save/ }).click();
    await expect(form.getByText(/You are signed out\. Sign in again in another tab/)).toBeVisible();
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('quarantine');
    const other = await context.newPage();
    await other.goto(`${server.url}/sign-in`);
    await signIn(other, 'mkowalska', PASSWORD);
    await expect(overview(other)).toBeVisible();
    await page.bringToFront();
    await expect(page.getByText('You were signed out.')).toBeHidden({ timeout: 20_000 });
    await form.getByRole('button', { name: /^Save/ }).click();
    await expectDraft(page, 1);
  });
});

test.describe('the dangerous', () => {
  test.use({ signedInAs: { ...marta, provedAgoMinutes: 11 } });

  test('going to every agent asks for the password, and then goes on by itself', async ({ page, manager }) => {
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
    await (await fillApply(page, { agents: 12 })).click();
    const question = page.getByRole('dialog', { name: 'Is it still you?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    expect(manager.diff()).toBe('');
    await (await fillApply(page, { agents: 12 })).click();
    await question.getByRole('textbox', { name: 'Password' }).fill('not my password');
    await question.getByRole('button', { name: 'Go on' }).click();
    await expect(question.getByText('Wrong password.')).toBeVisible();
    expect(manager.diff()).toBe('');
    await question.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await question.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL(/\/apply\/\d+$/);
    await expect.poll(() => manager.diff(), { timeout: 30_000 }).toContain('+    <location>all</location>');
  });

  test('going anywhere else does not', async ({ page, manager }) => {
    await page.goto('/responses');
    await rowAction(page, ['netsh'], 'Disable');
    await expectDraft(page, 1);
    await page.goto('/review');
    await (await fillApply(page)).click();
    await page.waitForURL(/\/apply\/\d+$/);
    await expect.poll(() => manager.diff(), { timeout: 30_000 }).not.toBe('');
  });
});
