'use client';

import { RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { fixLines, type ScriptStatus } from './script-status';

type Props = { status: ScriptStatus; executable: string; scriptsPath: string };

function FixLines({ text }: { text: string }) {
  return (
    <div className="mt-2 flex items-start gap-2 rounded-control border border-line bg-surface-2 py-[5px] pr-1 pl-3 text-code in-[dialog]:bg-overlay">
      <span aria-hidden="true" className="select-none text-fg-3">
        #
      </span>
      <code className="min-w-0 flex-1 whitespace-pre-wrap text-12 leading-5 text-fg wrap-anywhere">{text}</code>
      <CopyButton text={text} label="Copy the commands" />
    </div>
  );
}

/** Says that the manager cannot, or should not, run the file, and the exact lines that mend it. */
export function ScriptCallout({ status, executable, scriptsPath }: Props) {
  const router = useRouter();
  const [checking, start] = useTransition();
  if (status.kind !== 'not-executable' && status.kind !== 'world-writable' && status.kind !== 'missing') return null;
  const again = (
    <p className="mt-2.5 flex flex-wrap items-center gap-2">
      <Button
        size="s"
        busy={checking}
        icon={<RefreshCw className="icon-14" />}
        onClick={() => start(() => router.refresh())}
      >
        Check again
      </Button>
      <span className="text-12">
        Agents need their own copy.{' '}
        <Link className="link" href={`/endpoints?script=${encodeURIComponent(executable)}`}>
          How to install it
        </Link>
      </span>
    </p>
  );
  if (status.kind === 'missing') {
    return (
      <Callout tone="amber" title="The manager has no such file">
        <p>
          There is no <code>{executable}</code> in <code>{scriptsPath}</code>. Wazuh takes the command anyway, and
          nothing happens where the file is missing.
        </p>
        {again}
      </Callout>
    );
  }
  const cannot = status.kind === 'not-executable';
  const { owner: belongsTo } = 'script' in status ? status.script : { owner: 'root:wazuh' };
  const owner = belongsTo === 'root:wazuh' ? '' : ` It belongs to ${belongsTo}.`;
  return (
    <Callout
      tone={cannot ? 'red' : 'amber'}
      title={cannot ? 'wazuh-execd cannot run this file' : 'Anyone on the manager can change this file'}
    >
      <p>
        {cannot
          ? `It is not executable.${owner} Fix it on the manager:`
          : `Wazuh runs it as root: who changes it becomes root.${owner} Fix it on the manager:`}
      </p>
      <FixLines text={fixLines(scriptsPath, executable)} />
      {again}
    </Callout>
  );
}
