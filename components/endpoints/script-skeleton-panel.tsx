import { Download } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { SegmentedLinks } from '@/components/ui/segmented';
import { CodeBlock } from '@/components/ui/xml-view';
import type { Skeleton } from '@/lib/endpoints/script-skeleton';

const WORDS: Record<Skeleton, { name: string; note: string }> = {
  python: { name: 'Python', note: 'Python 3 must be on the agent.' },
  bash: { name: 'Bash', note: 'bash and jq must be on the agent.' },
  powershell: { name: 'PowerShell', note: 'Windows starts it through a small .cmd file of the command’s name.' },
};

type Props = {
  kinds: readonly Skeleton[];
  current: Skeleton;
  hrefOf: Record<Skeleton, string>;
  text: string;
  downloadHref: string;
};

/** A script that keeps Wazuh's protocol, ready to be filled in. */
export function ScriptSkeletonPanel({ kinds, current, hrefOf, text, downloadHref }: Props) {
  const more = (
    <>
      <SegmentedLinks
        label="Language"
        links={kinds.map((kind) => ({ href: hrefOf[kind], label: WORDS[kind].name, current: kind === current }))}
      />
      <ButtonLink size="s" href={downloadHref} icon={<Download className="icon-14" />} prefetch={false}>
        Download
      </ButtonLink>
    </>
  );
  return (
    <Panel title="Script skeleton" more={more} line>
      <CodeBlock
        text={text}
        label="script skeleton"
        copy
        className="[&_pre]:max-h-[472px] [&_pre]:rounded-none [&_pre]:border-0"
      />
      <p className="border-line border-t px-4 py-2 text-12 text-fg-2">
        {WORDS[current].note} It reads single lines: a script that reads to the end of its input hangs wazuh-execd.
      </p>
    </Panel>
  );
}
