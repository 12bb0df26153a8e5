'use server';

import { saveSettings } from '@/lib/auth/settings';
import { settingsSchema } from '@/lib/forms/user-schemas';
import { runAccountAction } from './run-action';

/** Changes what holds for everybody. */
export async function changeSettings(input: { fourEyes: boolean }) {
  const door = { needs: 'admin', audit: 'settings-changed', proved: true } as const;
  return runAccountAction(door, settingsSchema, input, async (value, { database, note }) => {
    saveSettings(database, value);
    note({ fourEyes: value.fourEyes ? 'on' : 'off' });
    return { status: 'saved' } as const;
  });
}
