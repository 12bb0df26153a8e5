'use client';

import { AlarmBar } from '@/components/shell/alarm-bar';
import { CountdownBar } from '@/components/shell/countdown-bar';
import { VersionRows } from '@/components/shell/version-rows';
import type { ShellApply } from '@/lib/view/shell-state';
import { Specimen } from './specimen';

const apply: ShellApply = {
  ...{ id: 42, kind: 'apply', person: 'd', phase: 'confirming', remainingMs: 102_000, confirmSeconds: 120 },
  ...{ who: 'David Okafor', changes: 3, comesBack: 41, decision: null },
};
const said = async () => ({ status: 'saved' }) as const;
const started = async () => ({ status: 'saved', id: 42 }) as const;

/** What stands above every page when nobody may miss it, and what the card of the manager opens to. */
export function Bars() {
  return (
    <Specimen title="Countdown, alarm, versions">
      <CountdownBar apply={apply} arrivedAt={null} keep={said} revert={said} onDecided={() => {}} />
      <CountdownBar apply={{ ...apply, remainingMs: 12_000 }} arrivedAt={null} onDecided={() => {}} />
      <AlarmBar
        alarm={{
          applyId: 42,
          message: 'The previous file is back, but wazuh-analysisd does not start with it.',
          manual: ['systemctl restart wazuh-manager', 'tail -n 50 /var/ossec/logs/ossec.log'],
        }}
        retry={started}
      />
      <VersionRows
        rows={[
          {
            term: 'Your draft',
            value: '3 changes',
            sub: 'Saved today 14:28',
            mark: { tone: 'violet', words: 'Not in the file' },
          },
          {
            term: 'File on disk',
            value: 'Revision 41',
            sub: 'Since today 13:58, changed outside Riposte',
            mark: { tone: 'amber', words: 'Not loaded' },
          },
          { term: 'Manager runs', value: 'Revision 40', sub: 'Since yesterday 16:41', mark: null },
        ]}
      />
    </Specimen>
  );
}
