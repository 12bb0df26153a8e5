'use client';

import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { openKeys } from '@/components/shell/keyboard-shortcuts';
import { ThemeSwitch } from '@/components/shell/theme-switch';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { ConfirmDialog, Dialog } from '@/components/ui/dialog';
import { Drawer, DrawerCancel } from '@/components/ui/drawer';
import { Field } from '@/components/ui/field';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu';
import { TextInput } from '@/components/ui/text-input';
import { Timer } from '@/components/ui/timer';
import { ToastCard, useToast } from '@/components/ui/toast';
import { Row, Specimen } from './specimen';

const saved = { message: 'Saved to draft', action: { label: 'Undo', run: () => {} } };
const nothing = () => {};

export function Live() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'drawer'>();
  const [typed, setTyped] = useState('');
  const toast = useToast();
  const close = () => setOpen(undefined);
  return (
    <Specimen title="Menu, dialog, drawer, toast">
      <Row>
        <Menu
          label="Row"
          align="start"
          trigger={
            <Button>
              <Ellipsis /> Menu
            </Button>
          }
        >
          <MenuItem icon={<Pencil />} shortcut="E">
            Edit
          </MenuItem>
          <MenuLink icon={<Copy />} shortcut="D" href="/gallery">
            Duplicate
          </MenuLink>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} danger>
            Delete
          </MenuItem>
        </Menu>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('confirm')}>Confirm</Button>
        <Button onClick={() => setOpen('drawer')}>Drawer</Button>
        <Button onClick={() => toast(saved)}>Toast</Button>
        <Button onClick={openKeys}>Keys</Button>
        <CopyButton text="copied from the gallery" words />
        <ThemeSwitch name="gallery-theme" />
      </Row>
      <ToastCard toast={saved} onClose={nothing} />
      <ToastCard toast={{ message: 'Could not save the draft. The disk is full.', tone: 'failed' }} onClose={nothing} />
      <Timer label="Time to keep the changes" secondsLeft={102} secondsTotal={120} />
      <Dialog open={open === 'dialog'} onClose={close} title="What this does">
        Riposte writes the file, then restarts the manager.
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        title="Discard the draft?"
        confirmLabel="Discard 3 changes"
        onCancel={close}
        onConfirm={close}
      >
        The manager is not affected.
      </ConfirmDialog>
      <Drawer
        open={open === 'drawer'}
        onClose={close}
        title="Edit command"
        sub="yara_linux"
        dirty={typed !== ''}
        footer={
          <>
            <DrawerCancel className="ml-auto" />
            <Button variant="primary" onClick={close}>
              Save to draft
            </Button>
          </>
        }
      >
        <Field label="Name">
          {(control) => <TextInput {...control} value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
      </Drawer>
    </Specimen>
  );
}
