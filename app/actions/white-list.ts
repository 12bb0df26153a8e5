'use server';

import * as z from 'zod/mini';
import { whiteListFormSchema, whiteListNoteSchema } from '@/lib/forms/form-schemas';
import { entryOf, expiryOf } from '@/lib/forms/white-list-form';
import { dismissAddresses, guardAgain } from '@/lib/workflow/lock-out-dismissals';
import { saveNote } from '@/lib/workflow/white-list-notes';
import { addWithNote, protectOwn } from '@/lib/workflow/white-list-stories';
import { requestFrom } from '../request-from';
import { runAction } from './run-action';

const entry = z.string().check(z.maxLength(20480));
/** One of ours: what is longer is none, and would swell the audit log. */
const address = z.string().check(z.maxLength(64));
const reason = z
  .string()
  .check(z.trim(), z.minLength(3, 'Say why, in a few words.'), z.maxLength(500, 'Use at most 500 characters.'));

/** Adds an entry to the draft, and keeps its note. */
export async function addToWhiteList(input: { values: unknown }) {
  const door = { needs: 'edit', audit: 'draft-changed' } as const;
  return runAction(door, z.object({ values: whiteListFormSchema }), input, async ({ values }, { workspace, note }) => {
    note({ ops: ['add-white-list'] });
    return addWithNote(workspace, entryOf(values), { note: values.note, expiresAt: expiryOf(values.expiresOn) });
  });
}

/** Adds addresses of our own to the draft's white list. */
export async function protectOwnAddresses(input: { addresses: string[] }) {
  const schema = z.object({ addresses: z.array(address).check(z.minLength(1), z.maxLength(200)) });
  const door = { needs: 'edit', audit: 'draft-changed' } as const;
  return runAction(door, schema, input, async ({ addresses }, { workspace, note }) => {
    note({ ops: addresses.map(() => 'add-white-list') });
    return protectOwn(workspace, addresses, (await requestFrom()).address);
  });
}

/** Why an entry is there and until when: at once, it is no part of ossec.conf. */
export async function noteWhiteListEntry(input: { address: string; values: unknown }) {
  const schema = z.object({ address: entry, values: whiteListNoteSchema });
  const door = { needs: 'edit', audit: 'white-list-noted' } as const;
  return runAction(door, schema, input, async ({ address, values }, { workspace, person, note }) => {
    note({ entry: address.slice(0, 100), expires: values.expiresOn });
    const expiresAt = expiryOf(values.expiresOn);
    saveNote(workspace.database, { address, note: values.note, expiresAt, person: person.id }, false);
    return { status: 'saved' };
  });
}

/** Says that addresses of our own may stay off the white list. */
export async function dismissLockOut(input: { addresses: string[]; reason: string }) {
  const schema = z.object({ addresses: z.array(address).check(z.minLength(1), z.maxLength(200)), reason });
  const door = { needs: 'edit', audit: 'lock-out-dismissed' } as const;
  return runAction(door, schema, input, async ({ addresses, reason }, { workspace, person, note }) => {
    note({ addresses, reason });
    dismissAddresses(workspace.database, { addresses, reason, person: person.id });
    return { status: 'saved' };
  });
}

/** Takes that back. */
export async function guardOwnAddress(input: { address: string }) {
  const door = { needs: 'edit', audit: 'lock-out-guarded' } as const;
  return runAction(door, z.object({ address }), input, async ({ address }, { workspace, note }) => {
    note({ addresses: [address] });
    guardAgain(workspace.database, address);
    return { status: 'saved' };
  });
}
