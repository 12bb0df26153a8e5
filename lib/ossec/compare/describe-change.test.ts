import { describe, expect, it } from 'vitest';
import { encodeText } from '../byte-text.ts';
import { toText } from '../describe/phrase.ts';
import type { Change } from '../edit/change.ts';
import { parseConfigText } from '../index.ts';
import { describeChange } from './describe-change.ts';

const { model } = parseConfigText(
  encodeText(`<ossec_config>
  <command><name>host-deny</name><executable>host-deny</executable><timeout_allowed>yes</timeout_allowed></command>
  <active-response>
    <command>host-deny</command><location>local</location><level>7</level><timeout>600</timeout>
  </active-response>
  <global><white_list>192.0.2.1</white_list></global>
</ossec_config>
`),
);

const say = (change: Change) => {
  const { title, detail, line } = describeChange(model, change);
  return `${title} | ${toText(detail)} | ${line}`;
};

describe('describeChange', () => {
  it.each<[Change, string]>([
    [
      { op: 'edit-response', index: 0, set: { level: 10, rulesGroup: ['authentication_failures'] } },
      'host-deny from level 7 to 10 | Trigger: level ≥ 7 → level ≥ 10 and group authentication_failures | 3',
    ],
    [
      { op: 'edit-response', index: 0, set: { location: 'all' } },
      'host-deny now on every connected agent | Runs on: the agent that alerted → every connected agent | 3',
    ],
    [{ op: 'edit-response', index: 0, set: { timeout: 1800 } }, 'host-deny for 30 min | For: 10 min → 30 min | 3'],
    [{ op: 'edit-response', index: 0, set: {}, unset: ['timeout'] }, 'host-deny for good | For: 10 min → No undo | 3'],
    [
      { op: 'edit-response', index: 0, set: { disabled: true, timeout: 60 } },
      'host-deny for 1 min, switched off | For: 10 min → 1 min; Switched: on → off | 3',
    ],
    [
      { op: 'remove-response', index: 0 },
      'host-deny removed | When an alert has level 7 or higher, run host-deny on the agent that alerted and undo it after 10 min. | 3',
    ],
    [
      { op: 'add-response', response: { command: 'mine', location: 'server', rulesId: [5712], disabled: true } },
      'mine added, switched off | When an alert comes from rule 5712, run mine on the manager. | null',
    ],
    [
      { op: 'edit-command', name: 'host-deny', set: { name: 'deny', timeoutAllowed: false } },
      'Command host-deny renamed to deny | Undo: allowed → not allowed; 1 response follows | 2',
    ],
    [{ op: 'remove-command', name: 'host-deny' }, 'Command host-deny removed | It ran host-deny. | 2'],
    [
      { op: 'add-command', command: { name: 'x', executable: 'x.sh', extraArgs: '-v' } },
      'Command x added | Runs x.sh -v, without an undo. | null',
    ],
    [
      { op: 'remove-white-list', address: '192.0.2.1' },
      '192.0.2.1 removed from the white list | Responses run for alerts from this address again. | 6',
    ],
    [{ op: 'remove-response', index: 9 }, 'A response removed |  | null'],
  ])('says %j', (change, words) => {
    expect(say(change)).toBe(words);
  });
});
