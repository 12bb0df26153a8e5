'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { NameDialog, type Naming } from './name-dialog';

/** The way to another name where there is no menu: on a phone. */
export function ChangeName({ naming }: { naming: Naming }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        Change name…
      </Button>
      <NameDialog naming={naming} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
