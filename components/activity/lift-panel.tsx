import { CopyLine } from '@/components/ui/copy-line';
import { Panel } from '@/components/ui/panel';
import { CodeBlock } from '@/components/ui/xml-view';

type Props = { script: string; name: string; install: readonly { prompt: string; line: string }[] };

/** A script of ours that an admin can put on agents: the way to lift a block that Wazuh does not have. */
export function LiftPanel({ script, name, install }: Props) {
  return (
    <Panel title="Lift blocks through the API" line>
      <div className="flex flex-col gap-3 px-4 py-3">
        <p className="max-w-[70ch] text-fg-2">
          Wazuh has no API call that lifts a block: it only ever adds. A restart of the agent ends its timed blocks, a
          permanent one stays. With this script on an agent, the call beside each block above undoes it there. It needs
          no <code>&lt;command&gt;</code> in ossec.conf and no restart: the API runs a file by its name with{' '}
          <code>!</code>.
        </p>
        <details>
          <summary className="w-fit text-blue-fg">Show {name} and how to install it</summary>
          <div className="flex flex-col gap-2 pt-3">
            <CodeBlock text={script} label={name} copy className="[&_pre]:max-h-80" />
            <p className="text-12 text-fg-2">On each agent, as root; on macOS below /Library/Ossec:</p>
            {install.map(({ prompt, line }) => (
              <CopyLine key={line} prompt={prompt} command={line} />
            ))}
            <p className="text-12 text-fg-2">A token for the call, on the manager. The password is asked for:</p>
            <CopyLine
              prompt="$"
              command={
                'TOKEN=$(curl -s -k -u wazuh -X POST "https://localhost:55000/security/user/authenticate?raw=true")'
              }
            />
          </div>
        </details>
      </div>
    </Panel>
  );
}
