// axe finds nothing serious or critical on any page, in both themes, on a desk and on a phone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { apply, expectDraft, expectOutcome, rowAction } from './fixtures/draft.ts';
import { addRule, chooseCommand, chooseLocation, goTo, openNewResponse, undoAfter } from './fixtures/response-form.ts';
import { expect, test } from './fixtures/test.ts';
import { addUser } from './fixtures/users.ts';

const PAGES = [
  '/',
  '/responses',
  '/responses/new?view=page',
  '/responses/r1',
  '/responses/r99',
  '/responses/r6/agents',
  '/commands',
  '/commands?new=1',
  '/endpoints?system=linux&script=quarantine.sh',
  '/endpoints?system=macos&script=quarantine.sh',
  '/endpoints?system=windows&script=quarantine.ps1',
  '/review',
  '/apply/1',
  '/activity',
  '/trace?rule=5763&level=10&from=001&srcip=203.0.113.7',
  '/white-list',
  '/history',
  '/audit',
  '/users',
  '/users/new',
  '/settings',
  '/approvals',
  '/account',
  '/source?line=190',
  '/nowhere',
  '/gallery',
];

/** What axe calls serious or critical on the page as it is now: rule, page, elements. No page has frames: none are asked. */
async function violations(page: Page, name: string): Promise<string[]> {
  const { violations: found, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(passes.length, `rules that axe could check on ${name}`).toBeGreaterThan(5);
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' … ')}`);
}

/** The guided path with each of its steps, `all` and its guard among them. */
async function walkTheForm(page: Page): Promise<string[]> {
  const found: string[] = [];
  const look = async (step: string) => found.push(...(await violations(page, `new response, ${step}`)));
  await openNewResponse(page);
  await chooseCommand(page, 'firewall-drop');
  await look('command');
  await goTo(page, 'Trigger');
  await addRule(page, 5712);
  await page.getByLabel('Find rules by ID, words or group').fill('ssh');
  await expect(page.getByRole('list', { name: 'Rules found' })).toBeVisible();
  await look('trigger');
  await goTo(page, 'Location');
  await chooseLocation(page, 'One agent you pick');
  await look('one agent');
  await chooseLocation(page, 'Every agent');
  await look('every agent');
  await page.getByRole('textbox', { name: /^Type the number of agents/ }).fill('12');
  await goTo(page, 'Duration');
  await undoAfter(page, 10, 'minutes');
  await look('duration');
  await goTo(page, 'Review');
  await look('review');
  return found;
}

// Each theme once and each size once: colours do not depend on the width, and the layout does not on the theme.
for (const [theme, device, viewport] of [
  ['light', 'a desk', { width: 1440, height: 900 }],
  ['dark', 'a phone', { width: 390, height: 844 }],
] as const) {
  test.describe(`${theme}, on ${device}`, () => {
    test.use({ colorScheme: theme, viewport, serverEnv: { RIPOSTE_GALLERY: '1' } });

    test('no serious or critical violation', async ({ page, problems }) => {
      test.setTimeout(240_000);
      problems.expect(/404/);
      await page.goto('/responses');
      await rowAction(page, ['yara_linux'], 'Delete');
      await expectDraft(page, 1);
      await apply(page);
      await expectOutcome(page, /^Written/);
      await page.goto('/responses');
      await rowAction(page, ['netsh'], 'Disable');
      await expectDraft(page, 1);
      const found: string[] = [];
      for (const path of PAGES) {
        await page.goto(path);
        await expect(page.getByRole('heading').first()).toBeVisible();
        found.push(...(await violations(page, path)));
      }
      await page.goto('/commands');
      await page.getByRole('button', { name: 'firewall-drop', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'Edit command' })).toBeVisible();
      found.push(...(await violations(page, 'edit command')));
      found.push(...(await walkTheForm(page)));
      expect(found).toEqual([]);
    });
  });
}

test.describe('before anybody is signed in', () => {
  test.use({ signedInAs: null });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the set-up and the sign-in, ${colorScheme}`, async ({ page, server }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(/\/setup\?token=\S+/.exec(server.output)?.[0] ?? '');
      await page.getByRole('button', { name: 'Create administrator' }).click();
      await expect(page.getByText('Give a name.')).toBeVisible();
      const found = await violations(page, 'set-up');
      await page.goto('/sign-in');
      found.push(...(await violations(page, 'the way to the link')));
      await addUser(server.stateDir);
      await page.goto('/sign-in');
      await page.getByRole('textbox', { name: 'Sign-in name' }).fill('eve');
      await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByText('Wrong name or password.')).toBeVisible();
      found.push(...(await violations(page, 'sign-in')));
      expect(found).toEqual([]);
    });
  }
});
