'use client';

import { ChevronDown, Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu';

/** An attachment: the page stays where it is. */
const download = (as: 'git' | 'patches') => window.location.assign(`/history/export?as=${as}`);

/** Every version, for git. */
export function ExportMenu() {
  return (
    <Menu
      label="Export the history"
      trigger={
        <Button variant="ghost" icon={<Download />} iconEnd={<ChevronDown className="icon-14" />}>
          Export
        </Button>
      }
    >
      <MenuItem onSelect={() => download('git')}>For git fast-import</MenuItem>
      <MenuItem onSelect={() => download('patches')}>As patches, for git am</MenuItem>
      <MenuLabel>Holds the secrets of every version</MenuLabel>
    </Menu>
  );
}
