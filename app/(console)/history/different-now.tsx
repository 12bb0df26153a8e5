import Link from 'next/link';
import { RestoreBlocks } from '@/components/history/restore-blocks';
import type { Revision } from '@/lib/history/revisions';
import type { Config } from '@/lib/ossec/index';
import { undoTo } from '../../actions/draft';
import { restoreRevisionBlock } from '../../actions/history';
import { loadBlocks } from './load-history';

type NowProps = {
  config: Config;
  /** The revision that the draft starts from, in place of the file on disk. */
  start: number | null;
  version: Config;
  revision: Revision;
  mayEdit: boolean;
};

/** The blocks in which a version differs from what the draft starts from, each with a way back. */
export function DifferentNow({ config, start, version, revision: { id }, mayEdit }: NowProps) {
  const { items, hidden, isMore } = loadBlocks(config, version);
  const compare = (
    <Link href={`/history/compare?from=${start ?? 'disk'}&to=${id}`} className="link">
      Compare the whole files
    </Link>
  );
  return (
    <section aria-labelledby="different-now" className="mt-7">
      <h2 id="different-now" className="text-14 font-semibold tracking-h3">
        {start === null ? 'What is different now' : `What is different in revision ${start}, where your draft starts`}
      </h2>
      <p className="mt-0.5 mb-2 text-fg-2">
        {items.length > 0
          ? 'Each line says what restoring that block would do. Nothing else of this version comes along.'
          : 'Commands, responses and the white list say the same.'}
      </p>
      {items.length > 0 && (
        <RestoreBlocks
          id={id}
          items={items}
          from={start === null ? 'On disk' : `Revision ${start}`}
          actions={mayEdit ? { restoreBlock: restoreRevisionBlock, undoBlock: undoTo } : null}
        />
      )}
      <p className="mt-2 text-12 text-fg-3">
        {hidden > 0 && `${hidden} more are not listed here. `}
        {isMore && 'Other lines differ, too. '}
        {compare}
      </p>
    </section>
  );
}
