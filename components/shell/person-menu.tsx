'use client';

import { Keyboard, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { startTransition } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { openKeys } from './keyboard-shortcuts';
import { readTheme } from './theme';
import { useTheme } from './use-theme';

const choices = [
  { value: 'system', label: 'System', icon: <Monitor /> },
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
];

/** Theme, keys, signing out. */
export function PersonMenu({ signOut }: { signOut?: () => Promise<void> }) {
  const [theme, setTheme] = useTheme();
  return (
    <Menu
      label="Theme and keys"
      side="top"
      align="start"
      trigger={
        <IconButton size="s" label="Theme and keyboard shortcuts">
          <Settings />
        </IconButton>
      }
    >
      <MenuChoices
        label="Theme"
        value={theme}
        onValueChange={(value) => setTheme(readTheme(value))}
        choices={choices}
      />
      <MenuSeparator />
      <MenuItem icon={<Keyboard />} shortcut="?" onSelect={openKeys}>
        Keyboard shortcuts
      </MenuItem>
      {signOut && (
        <MenuItem icon={<LogOut />} onSelect={() => startTransition(signOut)}>
          Sign out
        </MenuItem>
      )}
    </Menu>
  );
}
