import { cx } from '@/components/ui/cx';

/** "Marta Kowalska" → "MK", "root" → "R" */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/)
    .filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return ((words[0]?.[0] ?? '?') + (last?.[0] ?? '')).toUpperCase();
}

/** Initials in a circle. Decoration: the name stands beside it. */
export function Avatar({ name, small }: { name: string; small?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'grid shrink-0 place-items-center rounded-full border border-line bg-surface-3 font-semibold text-fg-2',
        small ? 'size-5 text-[8.5px]' : 'size-[26px] text-[10px]',
      )}
    >
      {initials(name)}
    </span>
  );
}
