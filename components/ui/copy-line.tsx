import { CopyButton } from './copy-button';
import { cx } from './cx';

/** A command to run elsewhere. The prompt sign is not copied; long lines wrap, nothing is hidden. */
export function CopyLine(props: { command: string; prompt?: string; label?: string; className?: string }) {
  const { command, prompt = '#', label = 'Copy the command', className } = props;
  return (
    <div
      className={cx(
        'flex items-start gap-2 rounded-control border border-line bg-surface-2 py-[3px] pr-1 pl-3 text-code',
        className,
      )}
    >
      <span aria-hidden="true" className="select-none py-[3px] text-fg-3">
        {prompt}
      </span>
      <code className="min-w-0 flex-1 whitespace-pre-wrap py-[3px] text-12 leading-5 wrap-anywhere">{command}</code>
      <CopyButton text={command} label={label} />
    </div>
  );
}
