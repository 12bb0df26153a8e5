// Somebody else edits the file between Review and Apply: nothing of theirs is lost, nothing of ours is forced in.
import { apply, expectDraft, expectOutcome, fillApply, rowAction } from './fixtures/draft.ts';
import { expect, margin, test } from './fixtures/test.ts';

const theirs = (text: string) => text.replace('<level>12</level>', '<level>13</level>');

test('their edit is kept, shown, and ours goes on top of it', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 1);
  await page.goto('/review');
  const button = await fillApply(page);
  manager.editOutside(theirs);
  const before = manager.config();
  await button.click();
  await expect(page.getByText('ossec.conf was changed outside Riposte after you began')).toBeVisible();
  expect(manager.config()).toBe(before);
  await expect(page.getByText('What the other party changed')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'slack-notify' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Go on with the new file' }).click();
  await expect(page.getByText('ossec.conf was changed outside Riposte after you began')).toBeHidden();
  await apply(page);
  await expectOutcome(page, /^Written/);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -220,3 +220,3 @@
    |     <location>server</location>
    |-    <level>12</level>
    |+    <level>13</level>
    |   </active-response>
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

test('a change whose block they removed is named and dropped', async ({ page, manager }) => {
  await page.goto('/responses');
  await rowAction(page, ['netsh'], 'Disable');
  await expectDraft(page, 1);
  await rowAction(page, ['yara_linux'], 'Delete');
  await expectDraft(page, 2);
  manager.editOutside((text) =>
    text.replace(/\n {2}<active-response>\n {4}<command>netsh[\s\S]*?<\/active-response>\n/, ''),
  );
  const before = manager.config();
  await page.goto('/review');
  await expect(page.getByText('1 of your changes does not fit it; going on drops it.')).toBeVisible();
  await expect(page.getByText(/Does not fit the file any more/)).toBeVisible();
  await page.getByRole('button', { name: 'Go on with the new file' }).click();
  await expect(page.getByRole('heading', { name: 'Review 1 change' })).toBeVisible();
  expect(manager.config()).toBe(before);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -232,15 +232,2 @@
    |   </active-response>
    |-
    |-  <active-response>
    |-    <command>yara_linux</command>
    |-    <location>local</location>
    |-    <rules_id>550,554</rules_id>
    |-  </active-response>
    |-
    |-  <active-response>
    |-    <command>netsh</command>
    |-    <location>local</location>
    |-    <level>16</level>
    |-    <timeout>600</timeout>
    |-  </active-response>
    | </ossec_config>
  `),
  );
});
