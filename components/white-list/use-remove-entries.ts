'use client';

import { useRouter } from 'next/navigation';
import { useAction } from '@/components/draft/use-action';
import { useToast } from '@/components/ui/toast';
import { shownEntry } from './entry-words';
import type { WhiteListActions } from './white-list-actions';

/** Puts the removal of entries into the draft, with a way back. */
export function useRemoveEntries({ change, undoTo }: Pick<WhiteListActions, 'change' | 'undoTo'>) {
  const router = useRouter();
  const toast = useToast();
  const { busy, run } = useAction();
  const remove = (addresses: readonly string[]) =>
    run(
      () => change({ changes: addresses.map((address) => ({ op: 'remove-white-list', address })) }),
      ({ previous, revision }) => {
        const words =
          addresses.length === 1 ? `${shownEntry(addresses[0] ?? '')} is` : `${addresses.length} entries are`;
        toast({
          message: `${words} removed in your draft`,
          action: { label: 'Undo', run: () => run(() => undoTo({ changes: previous, revision })) },
        });
        router.refresh();
      },
    );
  return { busy, remove };
}
