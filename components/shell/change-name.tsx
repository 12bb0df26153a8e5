'use client';

import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Naming } from './name-dialog';

// Hardly anybody opens it: its code waits until then.
const NameDialog = lazy(() => import('./name-dialog').then((module) => ({ default: module.NameDialog })));

type Props = { naming: Naming; open: boolean; onClose: () => void };

/** Asks for a name for the history, once it is opened. */
export function LateNameDialog({ naming, open, onClose }: Props) {
  if (!open) return null;
  return (
    <Suspense>
      <NameDialog naming={naming} onClose={onClose} />
    </Suspense>
  );
}

/** The way to another name where there is no menu: on a phone. */
export function ChangeName({ naming }: { naming: Naming }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        Change name…
      </Button>
      <LateNameDialog naming={naming} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
