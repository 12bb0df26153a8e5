'use client';

import { Code, Copy, Ellipsis, Eye, Network, Pencil, Power, Trash2, Undo2 } from 'lucide-react';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu';
import type { ResponseRow } from '@/lib/view/response-row';

export type RowActions = {
  mayEdit?: boolean;
  onSwitch: (row: ResponseRow) => void;
  onRemove: (row: ResponseRow) => void;
  onTakeBack: (row: ResponseRow) => void;
};

/** What can be done with one response. The menu itself is only built when the pointer or the focus comes near. */
export function RowMenu({
  row,
  label,
  mayEdit = true,
  onSwitch,
  onRemove,
  onTakeBack,
}: RowActions & { row: ResponseRow; label: string }) {
  const [near, setNear] = useState<'closed' | 'open' | null>(null);
  const ref = useRef<HTMLButtonElement>(null);
  const focused = useRef(false);
  // The button is built anew inside the menu: a focus that brought the menu in must stay.
  useEffect(() => {
    if (near === 'closed' && focused.current) ref.current?.focus();
  }, [near]);
  const come = () => setNear((was) => was ?? 'closed');
  const button = (events: Partial<ComponentProps<'button'>> = {}) => (
    <IconButton {...events} ref={ref} size="s" label={`Actions for ${label}`}>
      <Ellipsis />
    </IconButton>
  );
  if (near === null) {
    return button({
      onPointerEnter: come,
      onFocus: () => {
        focused.current = true;
        come();
      },
      // A finger comes near and presses in one go.
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        setNear('open');
      },
    });
  }
  const off = row.after?.off ?? true;
  return (
    <Menu trigger={button()} label={`Actions for ${label}`} openAtOnce={near === 'open'}>
      {row.mark !== '-' && (
        <>
          <MenuLink href={`/responses/${row.key}`} icon={mayEdit ? <Pencil /> : <Eye />} shortcut="E">
            {mayEdit ? 'Edit' : 'Open'}
          </MenuLink>
          {mayEdit && (
            <MenuLink href={`/responses/new?from=${row.key}`} icon={<Copy />} shortcut="D">
              Duplicate
            </MenuLink>
          )}
          <MenuLink href={`/responses/${row.key}/agents`} icon={<Network />}>
            Agents that would run it
          </MenuLink>
        </>
      )}
      {row.line !== null && (
        <MenuLink href={`/source?line=${row.line}`} icon={<Code />} shortcut="X">
          Show XML
        </MenuLink>
      )}
      {mayEdit && <MenuSeparator />}
      {mayEdit && row.changeIds.length > 0 && (
        <MenuItem icon={<Undo2 />} shortcut="U" onSelect={() => onTakeBack(row)}>
          {row.mark === '-' ? 'Bring back' : 'Take back the change'}
        </MenuItem>
      )}
      {mayEdit && row.mark !== '-' && row.mark !== '+' && (
        <MenuItem icon={<Power />} onSelect={() => onSwitch(row)}>
          {off ? 'Enable' : 'Disable'}
        </MenuItem>
      )}
      {mayEdit && row.mark !== '-' && row.mark !== '+' && (
        <MenuItem icon={<Trash2 />} danger onSelect={() => onRemove(row)}>
          Delete
        </MenuItem>
      )}
    </Menu>
  );
}
