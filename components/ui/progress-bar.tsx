import { cx } from './cx';

const fills = {
  ink: '[&::-webkit-progress-value]:bg-ink [&::-moz-progress-bar]:bg-ink',
  violet: '[&::-webkit-progress-value]:bg-violet-solid [&::-moz-progress-bar]:bg-violet-solid',
  green: '[&::-webkit-progress-value]:bg-green-solid [&::-moz-progress-bar]:bg-green-solid',
  red: '[&::-webkit-progress-value]:bg-red-solid [&::-moz-progress-bar]:bg-red-solid',
};

/** A native progress bar. Without `value` the end is not known. */
export function ProgressBar(props: {
  label: string;
  value?: number;
  max?: number;
  tone?: keyof typeof fills;
  className?: string;
}) {
  return (
    <progress
      aria-label={props.label}
      value={props.value}
      max={props.max ?? 100}
      className={cx(
        'block h-1 w-full appearance-none overflow-hidden rounded-full bg-surface-3 [&::-webkit-progress-bar]:bg-surface-3',
        props.value === undefined && 'animate-skeleton',
        fills[props.tone ?? 'ink'],
        props.className,
      )}
    />
  );
}
