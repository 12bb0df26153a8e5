'use client';

import { useRouter } from 'next/navigation';
import { useAction } from '@/components/draft/use-action';
import { useToast } from '@/components/ui/toast';
import type { GuardActions } from './white-list-actions';

/** Adds addresses of our own to the draft's white list, with a way back. */
export function useProtect({ protect, undoTo }: Pick<GuardActions, 'protect' | 'undoTo'>) {
  const router = useRouter();
  const toast = useToast();
  const { busy, run } = useAction();
  const add = (addresses: readonly string[]) =>
    run(
      () => protect({ addresses: [...addresses] }),
      ({ previous, revision }) => {
        const words = addresses.length === 1 ? `${addresses[0]} is` : `${addresses.length} addresses are`;
        toast({
          message: `${words} on the white list in your draft`,
          action: { label: 'Undo', run: () => run(() => undoTo({ changes: previous, revision })) },
        });
        router.refresh();
      },
    );
  return { busy, add };
}
