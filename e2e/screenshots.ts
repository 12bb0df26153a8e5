// `npm run screenshots`: the pictures of the README, taken from the production build on a sandbox with a prepared draft.
// The same sizes each time: 1440 × 900, and 390 × 844 for a phone.
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../lib/run/find-browser.mjs';
import { projectDir } from '../lib/run/project-dir.mjs';
import { expectDraft, expectOutcome, keepButton, rowAction, startApply } from './fixtures/draft.ts';
import { waitForHydration } from './fixtures/hydration.ts';
import { TestManager } from './fixtures/manager.ts';
import {
  addGroup,
  chooseCommand,
  chooseLocation,
  goTo,
  openNewResponse,
  saveToDraft,
  setLevel,
  undoAfter,
} from './fixtures/response-form.ts';
import { TestServer } from './fixtures/server.ts';
import { addUser, giveSession } from './fixtures/users.ts';

const folder = join(projectDir, 'docs', 'screenshots');
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

type Site = { url: string; secret: string };

async function openPage(browser: Browser, { url, secret }: Site, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce', ...options });
  await giveSession(context, url, secret);
  const page = await context.newPage();
  waitForHydration(page);
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // Messages go after some seconds; a pointer at rest leaves nothing highlighted.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/screenshots/${name}.png`);
}

/** A response that was edited, one that was switched off, one that is new. */
async function prepareDraft(page: Page): Promise<void> {
  await page.goto('/responses');
  await rowAction(page, ['netsh'], 'Disable');
  await expectDraft(page, 1);
  await page.goto('/responses/r0');
  await setLevel(page, 9);
  await undoAfter(page, 1, 'hours');
  await saveToDraft(page);
  await expectDraft(page, 2);
}

async function shootForm(page: Page): Promise<void> {
  await openNewResponse(page);
  await chooseCommand(page, 'firewall-drop');
  await goTo(page, 'Trigger');
  await setLevel(page, 10);
  await addGroup(page, 'sshd');
  await page.getByLabel('Find rules by ID, words or group').fill('ssh');
  await page.getByRole('list', { name: 'Rules found' }).waitFor();
  await page.getByText(/can set it off/).waitFor();
  await shoot(page, 'new-response-trigger');
  await page.getByLabel('Find rules by ID, words or group').fill('');
  await goTo(page, 'Location');
  await chooseLocation(page, 'Every agent');
  await page.getByRole('textbox', { name: /^Type the number of agents/ }).scrollIntoViewIfNeeded();
  await shoot(page, 'location-all');
  await chooseLocation(page, 'The agent that alerted');
  await goTo(page, 'Duration');
  await undoAfter(page, 30, 'minutes');
  await goTo(page, 'Review');
  await saveToDraft(page);
  await expectDraft(page, 3);
}

/** What past alerts say: in the form, on Activity, and of one alert. */
async function shootPast(page: Page): Promise<void> {
  await page.goto('/responses/r0');
  await setLevel(page, 5);
  await page.getByText(/^Would have blocked/).waitFor();
  await shoot(page, 'trigger-past-alerts');
  await page.goto('/activity');
  await shoot(page, 'activity');
  await page.goto('/trace');
  await page.getByRole('link', { name: /5763/ }).first().click();
  await page.getByText('The rule may set off responses').waitFor();
  await shoot(page, 'trace');
}

async function shootAll(browser: Browser, site: Site): Promise<void> {
  const page = await openPage(browser, site, { viewport: DESK, colorScheme: 'light' });
  await page.goto('/');
  await page.getByText(/in the last 14 days/).waitFor();
  await shoot(page, 'overview');
  await shootPast(page);
  await prepareDraft(page);
  await shootForm(page);
  await page.goto('/responses');
  await shoot(page, 'responses');
  await page.goto('/commands');
  await page.getByRole('button', { name: 'firewall-drop', exact: true }).click();
  await page.getByRole('dialog', { name: 'Edit command' }).waitFor();
  await shoot(page, 'commands');
  await page.goto('/review');
  await shoot(page, 'review');

  const dark = await openPage(browser, site, { viewport: DESK, colorScheme: 'dark' });
  await dark.goto('/review');
  await shoot(dark, 'review-dark');
  const phone = await openPage(browser, site, {
    viewport: PHONE,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  await phone.goto('/responses');
  await shoot(phone, 'responses-phone');

  await startApply(page, { restart: true, note: 'Block brute force against SSH where it happens' });
  await page.getByRole('list', { name: 'Steps' }).getByText('Stopping and starting its daemons').waitFor();
  await page.waitForTimeout(2500);
  await shoot(page, 'apply');
  await keepButton(page).waitFor();
  // The first look at the agents comes a moment later.
  await page.getByText(/agents are back/).waitFor();
  await shoot(page, 'apply-confirm');
  await keepButton(page).click();
  await expectOutcome(page, 'Running with the new configuration');
  await page.goto('/history');
  await shoot(page, 'history');
}

mkdirSync(folder, { recursive: true });
// Not fast: the log of a restart should look like one. The directory is on a picture, so it has the same name each time.
const directory = join(tmpdir(), 'riposte-screenshots');
rmSync(directory, { recursive: true, force: true });
const manager = await TestManager.create({ fast: false }, directory);
try {
  const server = await TestServer.start(manager.directory);
  try {
    const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu'] });
    const { secret } = await addUser(server.stateDir, { role: 'admin' });
    await shootAll(browser, { url: server.url, secret }).finally(() => browser.close());
  } finally {
    await server.remove();
  }
} finally {
  await manager.remove();
}
