import { Badge } from '@/components/ui/badge';
import type { VersionRow } from '@/lib/view/shell-state';

/** Draft, file, manager: three facts, and which of them differ. */
export function VersionRows({ rows }: { rows: readonly VersionRow[] }) {
  return (
    <dl className="flex flex-col">
      {rows.map(({ term, value, sub, mark }) => (
        <div key={term} className="grid grid-cols-[1fr_auto] gap-x-3 border-line border-t py-2 first:border-t-0">
          <dt className="text-12 text-fg-3">{term}</dt>
          <dd className="col-start-1 font-strong wrap-anywhere">
            {value}
            {sub && <small className="block text-12 font-normal text-fg-2">{sub}</small>}
          </dd>
          {mark && (
            <dd className="col-start-2 row-span-2 row-start-1 self-center">
              <Badge tone={mark.tone}>{mark.words}</Badge>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
