'use client';

import { Code, Copy, Ellipsis, Pencil, Power, Trash2, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu';
import type { ResponseRow } from '@/lib/view/response-row';

export type RowActions = {
  onSwitch: (row: ResponseRow) => void;
  onRemove: (row: ResponseRow) => void;
  onTakeBack: (row: ResponseRow) => void;
};

/** What can be done with one response. The menu itself is only built when the pointer or the focus comes near. */
export function RowMenu({
  row,
  label,
  onSwitch,
  onRemove,
  onTakeBack,
}: RowActions & { row: ResponseRow; label: string }) {
  const [near, setNear] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const focused = useRef(false);
  // The button is built anew inside the menu: a focus that brought the menu in must stay.
  useEffect(() => {
    if (near && focused.current) ref.current?.focus();
  }, [near]);
  const button = (
    <IconButton
      size="s"
      label={`Actions for ${label}`}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
    >
      <Ellipsis />
    </IconButton>
  );
  if (!near) return button;
  const off = row.after?.off ?? true;
  return (
    <Menu trigger={button} label={`Actions for ${label}`}>
      {row.mark !== '-' && (
        <>
          <MenuLink href={`/responses/${row.key}`} icon={<Pencil />} shortcut="E">
            Edit
          </MenuLink>
          <MenuLink href={`/responses/new?from=${row.key}`} icon={<Copy />} shortcut="D">
            Duplicate
          </MenuLink>
        </>
      )}
      {row.line !== null && (
        <MenuLink href={`/source?line=${row.line}`} icon={<Code />} shortcut="X">
          Show XML
        </MenuLink>
      )}
      <MenuSeparator />
      {row.changeIds.length > 0 && (
        <MenuItem icon={<Undo2 />} shortcut="U" onSelect={() => onTakeBack(row)}>
          {row.mark === '-' ? 'Bring back' : 'Take back the change'}
        </MenuItem>
      )}
      {row.mark !== '-' && row.mark !== '+' && (
        <MenuItem icon={<Power />} onSelect={() => onSwitch(row)}>
          {off ? 'Enable' : 'Disable'}
        </MenuItem>
      )}
      {row.mark !== '-' && row.mark !== '+' && (
        <MenuItem icon={<Trash2 />} danger onSelect={() => onRemove(row)}>
          Delete
        </MenuItem>
      )}
    </Menu>
  );
}
