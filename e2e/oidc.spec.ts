// Sign-in through a real OIDC provider: who gets in with which role, who does not, and what is refused on the way.
import type { BrowserContext, Page } from '@playwright/test';
import { TestProvider } from './fixtures/oidc-provider.ts';
import { test as base, expect } from './fixtures/test.ts';
import { addUser } from './fixtures/users.ts';

const test = base.extend<{ provider: TestProvider }>({
  provider: async ({ browserName: _ }, use) => {
    const provider = await TestProvider.start();
    try {
      await use(provider);
    } finally {
      await provider.stop();
    }
  },
  serverEnv: async ({ provider }, use) => {
    await use(provider.env);
  },
});

const FLOW = 'riposte-oidc';
const PASSWORD = 'correct horse battery staple';

// Nobody is signed in, but there is an administrator with a password. Wide enough for the navigation to say who one is.
test.use({ signedInAs: null, viewport: { width: 1440, height: 900 } });
test.beforeEach(async ({ provider, server }) => {
  await addUser(server.stateDir, { login: 'marta', password: PASSWORD });
  provider.answer(server.url);
});

async function startSignIn(page: Page, path = '/sign-in'): Promise<void> {
  await page.goto(path);
  await page.getByRole('link', { name: 'Sign in with Example ID' }).click();
  await expect(page).toHaveTitle('Example ID');
}

async function signInAs(page: Page, who: string, path = '/sign-in'): Promise<void> {
  await startSignIn(page, path);
  await page.getByRole('link', { name: who }).click();
}

/** Forgets who is signed in, here and there. An open page would notice, and say so. */
async function forgetAll(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
}

/** Forgets what the provider remembers, so that it asks again. */
async function leaveProvider(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies();
  await context.clearCookies();
  await context.addCookies(cookies.filter(({ name }) => name.startsWith('riposte')));
}

/** Who is signed in, and as what: at the foot of the navigation. */
const nav = (page: Page) => page.getByRole('navigation', { name: 'Main' });

async function expectPerson(page: Page, name: string, role: string): Promise<void> {
  await expect(nav(page).getByText(name)).toBeVisible();
  await expect(nav(page).getByText(role, { exact: true })).toBeVisible();
}

const problem = (page: Page) => page.getByRole('alert').filter({ hasText: /\w/ });

test('a member of a group with a role signs in, comes back to the asked page, and stays signed in', async ({
  page,
  context,
}) => {
  await signInAs(page, 'ana', '/audit');
  await expect(page).toHaveURL(/\/audit$/);
  await expectPerson(page, 'Ana Alvarez', 'Operator');
  await expect(page.getByRole('row', { name: /Riposte Added a user user ana\./ })).toBeVisible();
  await page.reload();
  await expectPerson(page, 'Ana Alvarez', 'Operator');
  const session = (await context.cookies()).find(({ name }) => name === 'riposte-session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  expect((await context.cookies()).map(({ name }) => name)).not.toContain(FLOW);
});

test('nobody gets in without a group that has a role', async ({ page, context }) => {
  await signInAs(page, 'bob');
  await expect(problem(page)).toContainText('None of your groups may use Riposte.');
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('riposte-session');
  await page.goto('/audit');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('another group is another role at the next sign-in, and none is none', async ({ page, provider }) => {
  await signInAs(page, 'ana', '/audit');
  await expectPerson(page, 'Ana Alvarez', 'Operator');
  const ana = provider.people.ana;
  if (!ana) throw new Error('no ana');
  ana.groups = ['readers'];
  await forgetAll(page);
  await signInAs(page, 'ana', '/audit');
  await expectPerson(page, 'Ana Alvarez', 'Viewer');
  ana.groups = [];
  await forgetAll(page);
  await signInAs(page, 'ana', '/audit');
  await expect(problem(page)).toContainText('None of your groups may use Riposte.');
});

test('who says no at the provider is told so', async ({ page }) => {
  await signInAs(page, 'nobody');
  await expect(problem(page)).toContainText('Example ID did not sign you in.');
});

/** Signs in at the provider, and stops before the way back: the address that the browser would have gone to. */
async function wayBack(page: Page): Promise<string> {
  await startSignIn(page);
  let at = new URL('?who=ana', page.url());
  // The same cookies as the browser's.
  while (at.pathname !== '/oidc/callback') {
    const answer = await page.request.get(at.href, { maxRedirects: 0 });
    at = new URL(answer.headers().location ?? 'none:', at);
  }
  return at.href;
}

async function flowOf(context: BrowserContext): Promise<Record<string, unknown>> {
  const cookie = (await context.cookies()).find(({ name }) => name === FLOW);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  return JSON.parse(Buffer.from(cookie?.value ?? '', 'base64url').toString());
}

async function setFlow(context: BrowserContext, url: string, flow: object): Promise<void> {
  const value = Buffer.from(JSON.stringify(flow)).toString('base64url');
  await context.addCookies([{ name: FLOW, value, url, httpOnly: true, sameSite: 'Lax' }]);
}

const MADE_UP = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const REFUSED = 'The answer of Example ID was refused.';

for (const part of ['state', 'nonce', 'verifier']) {
  test(`an answer for another ${part} is refused`, async ({ page, context, server }) => {
    const address = await wayBack(page);
    await setFlow(context, server.url, { ...(await flowOf(context)), [part]: MADE_UP });
    await page.goto(address);
    await expect(problem(page)).toContainText(REFUSED);
    await page.goto('/audit');
    await expect(page).toHaveURL(/\/sign-in/);
  });
}

test('an answer with another state, or in a browser that did not ask, is refused', async ({ page, browser }) => {
  const address = await wayBack(page);
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto(address);
  await expect(problem(other)).toContainText(REFUSED);
  await stranger.close();
  const tampered = new URL(address);
  tampered.searchParams.set('state', MADE_UP);
  await page.goto(tampered.href);
  await expect(problem(page)).toContainText(REFUSED);
});

test('an answer counts once, even with what the browser kept', async ({ page, context, server }) => {
  const address = await wayBack(page);
  const flow = await flowOf(context);
  await page.goto(address);
  await expectPerson(page, 'Ana Alvarez', 'Operator');
  const again = await page.request.get(address, { maxRedirects: 0 });
  expect(await again.text()).toContain('/sign-in?oidc=answer');
  await setFlow(context, server.url, flow);
  const withCookie = await page.request.get(address, { maxRedirects: 0 });
  expect(await withCookie.text()).toContain('/sign-in?oidc=answer');
});

test('another site cannot start it', async ({ server }) => {
  const answer = await fetch(`${server.url}/oidc/start`, {
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/sign-in');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('a provider that is away is told in words, and a password still signs in', async ({ page, provider }) => {
  await provider.stop();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Sign in with Example ID' }).click();
  await expect(problem(page)).toContainText('Example ID does not answer.');
  await page.getByLabel('Sign-in name').fill('marta');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectPerson(page, 'Marta Kowalska', 'Administrator');
});

test('to prove who one is means to sign in at the provider again', async ({ page, context }) => {
  await signInAs(page, 'ana', '/audit');
  await expectPerson(page, 'Ana Alvarez', 'Operator');
  await leaveProvider(context);
  const secret = async () => (await context.cookies()).find(({ name }) => name === 'riposte-session')?.value;
  const before = await secret();
  await page.evaluate(() => window.location.assign('/oidc/start?prove=1&next=%2Faudit'));
  await expect(page).toHaveTitle('Example ID');
  await page.getByRole('link', { name: 'ana' }).click();
  await expect(page).toHaveURL(/\/audit$/);
  expect(await secret()).toBe(before);
  await expect(page.getByRole('row', { name: /Ana Alvarez Proved again who they are/ })).toBeVisible();
});
