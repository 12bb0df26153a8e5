'use client';

import { Segmented } from '@/components/ui/segmented';
import { readTheme } from './theme';
import { useTheme } from './use-theme';

const options = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function ThemeSwitch({ name = 'theme' }: { name?: string }) {
  const [theme, setTheme] = useTheme();
  return (
    <Segmented
      label="Theme"
      name={name}
      options={options}
      value={theme}
      onValueChange={(value) => setTheme(readTheme(value))}
    />
  );
}
