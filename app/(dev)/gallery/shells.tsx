import { PendingBar } from '@/components/shell/pending-bar';
import { SandboxBanner } from '@/components/shell/sandbox-banner';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Specimen } from './specimen';

/** The parts of the frame. The frame itself is at /gallery/shell. */
export function Shells({ scope }: { scope: 'light' | 'dark' }) {
  return (
    <Specimen title="Page head, pending bar, sandbox">
      <div data-theme={scope} className="min-w-0 overflow-hidden rounded-panel border border-line bg-surface text-fg">
        <SandboxBanner />
        <div className="border-line border-y">
          <PageHeader title="Commands" sub="What a response can run" actions={<Button>New</Button>} />
        </div>
        <PendingBar
          label={`Pending changes, ${scope}`}
          added={1}
          changed={1}
          removed={1}
          savedAt="14:28"
          discard={<Button variant="ghost">Discard</Button>}
        />
      </div>
    </Specimen>
  );
}
