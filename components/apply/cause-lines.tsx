import { cx } from '@/components/ui/cx';

type Props = { title: string; lines: readonly string[]; ground?: string };

/** Wazuh's own lines that say why. */
export function CauseLines({ title, lines, ground = 'bg-red-bg' }: Props) {
  if (lines.length === 0) return null;
  return (
    <div className="mt-2.5">
      <h3 className="text-12 font-semibold text-fg-2">{title}</h3>
      <ul
        className={cx(
          'mt-1 flex flex-col gap-1 rounded-control px-2.5 py-2 text-code leading-4 text-red-fg wrap-anywhere',
          ground,
        )}
      >
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record that never changes.
          <li key={index}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
