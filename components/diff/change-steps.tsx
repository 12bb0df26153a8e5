import { ArrowDown, ArrowUp } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';

type Props = { current: number | null; total: number; go: (step: 1 | -1) => void };

/** From one change to the next. */
export function ChangeSteps({ current, total, go }: Props) {
  return (
    <>
      <span role="status" className="px-1 text-12 text-fg-3 tabular-nums">
        {current === null ? `${total} ${total === 1 ? 'change' : 'changes'}` : `Change ${current + 1} of ${total}`}
      </span>
      <IconButton size="s" label="Previous change" aria-keyshortcuts="[" onClick={() => go(-1)}>
        <ArrowUp className="icon-14" />
      </IconButton>
      <IconButton size="s" label="Next change" aria-keyshortcuts="]" onClick={() => go(1)}>
        <ArrowDown className="icon-14" />
      </IconButton>
    </>
  );
}
