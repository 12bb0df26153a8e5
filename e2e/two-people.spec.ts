// Two people, each in a browser of their own, on one manager: whoever comes second loses nothing and overwrites nothing.
import type { Browser, Page } from '@playwright/test';
import { apply, expectDraft, rowAction } from './fixtures/draft.ts';
import { saveToDraft, setLevel } from './fixtures/response-form.ts';
import type { TestServer } from './fixtures/server.ts';
import { anotherPerson, expect, margin, test } from './fixtures/test.ts';

/** A browser of one's own, on the list. */
async function person(browser: Browser, server: TestServer, name: string): Promise<Page> {
  const page = await anotherPerson(browser, server, { name, role: 'operator' });
  await page.goto('/responses');
  return page;
}

async function editLevel(page: Page, key: string, level: number): Promise<void> {
  await page.goto(`/responses/${key}`);
  await setLevel(page, level);
  await saveToDraft(page);
  await expectDraft(page, 1);
}

test('different blocks: the second draft goes over to what the first one applied', async ({
  browser,
  server,
  manager,
}) => {
  const ada = await person(browser, server, 'Ada');
  const bob = await person(browser, server, 'Bob');
  await rowAction(ada, ['yara_linux'], 'Delete');
  await expectDraft(ada, 1);
  await editLevel(bob, 'r0', 9);
  await apply(ada);
  await bob.goto('/review');
  await expect(bob.getByText('Ada changed ossec.conf after you began')).toBeVisible();
  await expect(bob.getByText('Your changes fit the new file.')).toBeVisible();
  await bob.getByRole('button', { name: 'Go on with the new file' }).click();
  await expect(bob.getByText('Ada changed ossec.conf')).toBeHidden();
  await apply(bob);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -189,3 +189,3 @@
    |     <location>local</location>
    |-    <level>7</level>
    |+    <level>9</level>
    |     <timeout>600</timeout>
    |@@ -234,8 +234,2 @@
    |   <active-response>
    |-    <command>yara_linux</command>
    |-    <location>local</location>
    |-    <rules_id>550,554</rules_id>
    |-  </active-response>
    |-
    |-  <active-response>
    |     <command>netsh</command>
  `),
  );
});

for (const { choice, level, words } of [
  { choice: 'Use mine', level: 9, words: 'Your change is made anew on their version' },
  { choice: 'Keep theirs', level: 11, words: 'Theirs is kept, your change is dropped' },
]) {
  test(`the same block: ${choice.toLowerCase()}`, async ({ browser, server, manager }) => {
    const ada = await person(browser, server, 'Ada');
    const bob = await person(browser, server, 'Bob');
    await editLevel(ada, 'r0', 11);
    await editLevel(bob, 'r0', 9);
    await rowAction(bob, ['yara_linux'], 'Delete');
    await expectDraft(bob, 2);
    await apply(ada);
    const adas = manager.config();
    await bob.goto('/review');
    await expect(bob.getByRole('region', { name: 'The block: Theirs, on disk now' })).toContainText('11');
    await expect(bob.getByRole('region', { name: 'The block: Yours' })).toContainText('9');
    await bob.getByRole('button', { name: new RegExp(`^${choice}: `) }).click();
    await expect(bob.getByText(words)).toBeVisible();
    await expect(bob.getByText('Ada changed ossec.conf')).toBeHidden();
    expect(manager.config()).toBe(adas);
    await apply(bob);
    expect(manager.diff()).toBe(
      margin(`
      |@@ -189,3 +189,3 @@
      |     <location>local</location>
      |-    <level>7</level>
      |+    <level>${level}</level>
      |     <timeout>600</timeout>
      |@@ -234,8 +234,2 @@
      |   <active-response>
      |-    <command>yara_linux</command>
      |-    <location>local</location>
      |-    <rules_id>550,554</rules_id>
      |-  </active-response>
      |-
      |-  <active-response>
      |     <command>netsh</command>
    `),
    );
  });
}
