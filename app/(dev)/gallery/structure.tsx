import { Unplug, Zap } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { CopyLine } from '@/components/ui/copy-line';
import { DefinitionList } from '@/components/ui/definition-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Skeleton, SkeletonLines } from '@/components/ui/skeleton';
import { StateMark } from '@/components/ui/state-mark';
import { TabLinks } from '@/components/ui/tab-links';
import { RowTh, Table, Td, Th, Tr } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { CodeBlock, XmlView } from '@/components/ui/xml-view';
import { Specimen } from './specimen';

const xml = `<!-- hosts.deny on the agent -->
<command>
  <name>host-deny</name>
  <executable>host-deny</executable>
  <timeout_allowed>yes</timeout_allowed>
</command>`;

function Agents() {
  return (
    <Panel>
      <Table caption="Agents" tight records>
        <thead>
          <tr>
            <Th>Agent</Th>
            <Th>Status</Th>
            <Th align="right">Runs</Th>
          </tr>
        </thead>
        <tbody>
          <Tr>
            <RowTh>
              <span className="font-strong">web-01</span> <span className="text-fg-3">003</span>
            </RowTh>
            <Td>
              <StateMark state="active" />
            </Td>
            <Td num>104</Td>
          </Tr>
          <Tr className="*:bg-surface-2">
            <RowTh>
              <span className="font-strong">legacy-app-02</span> <span className="text-fg-3">038</span>
            </RowTh>
            <Td>
              <StateMark state="disabled" detail="Since 3 Nov">
                Disconnected
              </StateMark>
            </Td>
            <Td num className="text-fg-3">
              0
            </Td>
          </Tr>
        </tbody>
      </Table>
    </Panel>
  );
}

export function Structure({ scope }: { scope: string }) {
  return (
    <>
      <Specimen title="Table">
        <Agents />
      </Specimen>
      <Specimen title="Loading, empty, error">
        <div className="grid gap-3 desk:grid-cols-[.8fr_1fr_1fr]">
          <Panel busy>
            <SkeletonLines className="px-4 py-5" />
          </Panel>
          <Panel>
            <EmptyState
              compact
              icon={<Zap />}
              title="No active responses yet"
              action={
                <Button variant="primary" size="s">
                  New active response
                </Button>
              }
            >
              Wazuh only alerts for now. Start with one safe response.
            </EmptyState>
          </Panel>
          <Panel>
            <EmptyState
              compact
              tone="error"
              icon={<Unplug />}
              title="Cannot read ossec.conf"
              action={<Button size="s">Try again</Button>}
            >
              Permission denied for user riposte. The manager is not affected.
            </EmptyState>
          </Panel>
        </div>
        <Skeleton className="w-40" />
      </Specimen>
      <Specimen title="Panel, tabs, facts">
        <TabLinks
          label={`Responses, ${scope}`}
          tabs={[
            { href: '/gallery', label: 'All', count: 9, current: true },
            { href: '/gallery?state=active', label: 'Active', count: 5 },
          ]}
        />
        <Tabs
          label={`System, ${scope}`}
          tabs={[
            { id: 'linux', label: 'Linux', count: 38, content: 'Scripts for Linux.' },
            { id: 'windows', label: 'Windows', count: 10, content: 'Scripts for Windows.' },
          ]}
        />
        <Panel title={`Executions, ${scope}`} sub="1,391 in the last 14 days" more={<Button size="s">All</Button>} line>
          <DefinitionList
            className="p-4"
            items={[
              { term: 'Owner', value: 'root:wazuh' },
              { term: 'Mode', value: '0750' },
            ]}
          />
        </Panel>
        <DefinitionList layout="lines" items={[{ term: 'Executable', value: <code>firewall-drop</code> }]} />
      </Specimen>
      <Specimen title="Code">
        <XmlView xml={xml} label={`the XML, ${scope}`} copy />
        <CodeBlock
          text="2026/11/18 12:07:01 wazuh-execd: INFO: (1350): Active response disabled."
          label={`Log, ${scope}`}
        />
        <CopyLine command="chown root:wazuh /var/ossec/active-response/bin/my-response.py" />
        <div className="hatch h-6 rounded-control" />
      </Specimen>
    </>
  );
}
