// A second factor: set up, asked for at sign-in, each code once, codes for a lost device, removed again.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from './fixtures/test.ts';

const LOGIN = 'marta';
const PASSWORD = 'correct horse battery staple';
const STEP_MS = 30_000;

test.use({ signedInAs: { login: LOGIN, password: PASSWORD } });

/** The code of an app at a time. One of the next step is taken, too: tests have no half minute to wait for another. */
const codeAt = (secret: string, timestamp: number) => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });

const panel = (page: Page) => page.getByRole('region', { name: 'Second factor' });

async function giveCode(page: Page, code: string, button: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: button, exact: true }).click();
}

type SetUp = { first: string; second: string; codes: string[] };

/** Adds the app; gives back the code that confirmed it, the one after that, and the codes for a lost device. */
async function setUp(page: Page): Promise<SetUp> {
  await page.goto('/account');
  await panel(page).getByRole('button', { name: 'Add an authenticator app' }).click();
  await expect(panel(page).getByRole('img', { name: 'QR code for an authenticator app' })).toBeVisible();
  const secret = ((await panel(page).locator('code').textContent()) ?? '').replaceAll(' ', '');
  await giveCode(page, '000000', 'Turn on');
  await expect(panel(page)).toContainText('Wrong code.');
  const now = Date.now();
  const [first, second] = [codeAt(secret, now), codeAt(secret, now + STEP_MS)];
  await giveCode(page, first, 'Turn on');
  const list = panel(page).getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(list).toHaveCount(10);
  return { first, second, codes: await list.allInnerTexts() };
}

/** Forgets the session. An open page would notice, and go to sign in by itself. */
async function forgetSession(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
}

async function givePassword(page: Page): Promise<void> {
  await forgetSession(page);
  await page.goto('/history');
  await page.getByLabel('Sign-in name').fill(LOGIN);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
}

test('is set up, asked for at sign-in, and lets a code in once', async ({ page }) => {
  const { first, second, codes } = await setUp(page);
  const download = page.waitForEvent('download');
  await panel(page).getByRole('link', { name: 'Download as text' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('riposte-recovery-codes.txt');
  const text = readFileSync(await file.path(), 'utf8');
  for (const code of codes) expect(text).toContain(code);
  await panel(page).getByRole('button', { name: 'I have kept them' }).click();
  await expect(panel(page)).toContainText('10 recovery codes are left.');
  for (const code of codes) await expect(page.getByText(code)).toHaveCount(0);

  await givePassword(page);
  await page.goto('/history');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.goto('/sign-in/code?next=/history');
  await giveCode(page, first, 'Sign in');
  await expect(page.getByText('Wrong code.')).toBeVisible();
  await giveCode(page, second, 'Sign in');
  await expect(page).toHaveURL(/\/history$/);

  await givePassword(page);
  await giveCode(page, second, 'Sign in');
  await expect(page.getByText('Wrong code.')).toBeVisible();
});

test('a recovery code lets in once, and the account says how many are left', async ({ page }) => {
  const { codes } = await setUp(page);
  await givePassword(page);
  await giveCode(page, codes[0]?.toUpperCase() ?? '', 'Sign in');
  await expect(page).toHaveURL(/\/history$/);
  await page.goto('/account');
  await expect(panel(page)).toContainText('9 recovery codes are left.');
  await givePassword(page);
  await giveCode(page, codes[0] ?? '', 'Sign in');
  await expect(page.getByText('Wrong code.')).toBeVisible();
});

test('too many wrong codes have to wait, and the right password gives no new tries', async ({ page }) => {
  const { second } = await setUp(page);
  await givePassword(page);
  for (let count = 0; count < 5; count++) {
    await page.getByLabel('Code', { exact: true }).fill('000000');
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await answered;
    await expect(page.getByText('Wrong code.')).toBeVisible();
  }
  await giveCode(page, second, 'Sign in');
  await expect(page.getByText(/Too many tries\. Try again in \d+ s\./).first()).toBeVisible();
  await givePassword(page);
  await giveCode(page, second, 'Sign in');
  await expect(page.getByText(/Too many tries/).first()).toBeVisible();
});

test('without the password there is no page for a code', async ({ page }) => {
  await forgetSession(page);
  await page.goto('/sign-in/code');
  await expect(page.getByRole('heading', { name: 'Sign in to Riposte' })).toBeVisible();
});

test('removing it takes a code, and then the password alone lets in', async ({ page }) => {
  const { second } = await setUp(page);
  await panel(page).getByRole('button', { name: 'I have kept them' }).click();
  await panel(page).getByRole('button', { name: 'Remove' }).click();
  await giveCode(page, '000000', 'Remove second factor');
  await expect(panel(page)).toContainText('Wrong code.');
  await giveCode(page, second, 'Remove second factor');
  await expect(panel(page).getByRole('button', { name: 'Add an authenticator app' })).toBeVisible();
  await forgetSession(page);
  await page.goto('/sign-in');
  await page.getByLabel('Sign-in name').fill(LOGIN);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a new set of recovery codes makes the old ones void', async ({ page }) => {
  const { codes } = await setUp(page);
  await panel(page).getByRole('button', { name: 'I have kept them' }).click();
  await panel(page).getByRole('button', { name: 'Make new recovery codes' }).click();
  const list = panel(page).getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(list).toHaveCount(10);
  const [fresh = ''] = await list.allInnerTexts();
  expect(codes).not.toContain(fresh);
  await givePassword(page);
  await giveCode(page, codes[1] ?? '', 'Sign in');
  await expect(page.getByText('Wrong code.')).toBeVisible();
  await giveCode(page, fresh, 'Sign in');
  await expect(page).toHaveURL(/\/history$/);
});
