// A new command and a response that uses it, in each of the four places. What counts is what stands in the file then.
import { apply } from './fixtures/draft.ts';
import {
  addGroup,
  addRule,
  chooseLocation,
  defineCommand,
  doNotUndo,
  goTo,
  openNewResponse,
  saveToDraft,
  setLevel,
  undoAfter,
} from './fixtures/response-form.ts';
import { expect, margin, test } from './fixtures/test.ts';

test('on the agent that alerted: level and group, undone after a time', async ({ page, manager }) => {
  const ownership = manager.configOwnership();
  await openNewResponse(page);
  await defineCommand(page, { name: 'null-route', executable: 'route-null', timeoutAllowed: true });
  await goTo(page, 'Trigger');
  await setLevel(page, 10);
  await addGroup(page, 'sshd');
  await goTo(page, 'Location');
  await chooseLocation(page, 'The agent that alerted');
  await goTo(page, 'Duration');
  await undoAfter(page, 20, 'minutes');
  await goTo(page, 'Review');
  await saveToDraft(page);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -185,2 +185,8 @@
    |
    |+  <command>
    |+    <name>null-route</name>
    |+    <executable>route-null</executable>
    |+    <timeout_allowed>yes</timeout_allowed>
    |+  </command>
    |+
    |   <!-- Active responses, the oldest first -->
    |@@ -245,2 +251,10 @@
    |   </active-response>
    |+
    |+  <active-response>
    |+    <command>null-route</command>
    |+    <location>local</location>
    |+    <level>10</level>
    |+    <rules_group>sshd,</rules_group>
    |+    <timeout>1200</timeout>
    |+  </active-response>
    | </ossec_config>
  `),
  );
  expect(manager.configOwnership()).toBe(ownership);
});

test('on the manager: rule ids, not undone', async ({ page, manager }) => {
  await openNewResponse(page);
  await defineCommand(page, {
    name: 'tell-team',
    executable: 'slack-notify.py',
    extraArgs: '--channel night-shift',
  });
  await goTo(page, 'Trigger');
  await addRule(page, 5712);
  await addRule(page, 5763);
  await goTo(page, 'Location');
  await chooseLocation(page, 'The manager');
  await goTo(page, 'Duration');
  await doNotUndo(page);
  await goTo(page, 'Review');
  await saveToDraft(page);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -185,2 +185,9 @@
    |
    |+  <command>
    |+    <name>tell-team</name>
    |+    <executable>slack-notify.py</executable>
    |+    <extra_args>--channel night-shift</extra_args>
    |+    <timeout_allowed>no</timeout_allowed>
    |+  </command>
    |+
    |   <!-- Active responses, the oldest first -->
    |@@ -245,2 +252,8 @@
    |   </active-response>
    |+
    |+  <active-response>
    |+    <command>tell-team</command>
    |+    <location>server</location>
    |+    <rules_id>5712,5763</rules_id>
    |+  </active-response>
    | </ossec_config>
  `),
  );
});

test('on two agents: one block each', async ({ page, manager }) => {
  await openNewResponse(page);
  await defineCommand(page, { name: 'gate-drop', executable: 'firewall-drop', timeoutAllowed: true });
  await goTo(page, 'Trigger');
  await addRule(page, 5712);
  await goTo(page, 'Location');
  await chooseLocation(page, 'One agent you pick');
  await page.getByRole('checkbox', { name: '001 web-01' }).check();
  await page.getByRole('checkbox', { name: '004 bastion' }).check();
  await expect(page.getByText('this becomes 2 blocks')).toBeVisible();
  await goTo(page, 'Duration');
  await undoAfter(page, 1, 'hours');
  await goTo(page, 'Review');
  await saveToDraft(page);
  await apply(page);
  expect(manager.diff()).toBe(
    margin(`
    |@@ -185,2 +185,8 @@
    |
    |+  <command>
    |+    <name>gate-drop</name>
    |+    <executable>firewall-drop</executable>
    |+    <timeout_allowed>yes</timeout_allowed>
    |+  </command>
    |+
    |   <!-- Active responses, the oldest first -->
    |@@ -245,2 +251,18 @@
    |   </active-response>
    |+
    |+  <active-response>
    |+    <command>gate-drop</command>
    |+    <location>defined-agent</location>
    |+    <agent_id>001</agent_id>
    |+    <rules_id>5712</rules_id>
    |+    <timeout>3600</timeout>
    |+  </active-response>
    |+
    |+  <active-response>
    |+    <command>gate-drop</command>
    |+    <location>defined-agent</location>
    |+    <agent_id>004</agent_id>
    |+    <rules_id>5712</rules_id>
    |+    <timeout>3600</timeout>
    |+  </active-response>
    | </ossec_config>
  `),
  );
});

test('on every agent: after the number of agents was typed, twice', async ({ page, manager }) => {
  await openNewResponse(page);
  await defineCommand(page, { name: 'block-everywhere', executable: 'firewall-drop', timeoutAllowed: true });
  await goTo(page, 'Trigger');
  await addRule(page, 5712);
  await goTo(page, 'Location');
  await chooseLocation(page, 'Every agent');
  await page.getByRole('textbox', { name: /^Type the number of agents/ }).fill('12');
  await goTo(page, 'Duration');
  await undoAfter(page, 30, 'minutes');
  await goTo(page, 'Review');
  await saveToDraft(page);
  await apply(page, { agents: 12 });
  expect(manager.diff()).toBe(
    margin(`
    |@@ -185,2 +185,8 @@
    |
    |+  <command>
    |+    <name>block-everywhere</name>
    |+    <executable>firewall-drop</executable>
    |+    <timeout_allowed>yes</timeout_allowed>
    |+  </command>
    |+
    |   <!-- Active responses, the oldest first -->
    |@@ -245,2 +251,9 @@
    |   </active-response>
    |+
    |+  <active-response>
    |+    <command>block-everywhere</command>
    |+    <location>all</location>
    |+    <rules_id>5712</rules_id>
    |+    <timeout>1800</timeout>
    |+  </active-response>
    | </ossec_config>
  `),
  );
});
