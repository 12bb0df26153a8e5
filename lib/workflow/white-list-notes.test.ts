import { expect, it } from 'vitest';
import { openDatabaseAt } from '../state/database.ts';
import { dismissAddresses, guardAgain, loadDismissals } from './lock-out-dismissals.ts';
import { expiredAmong, loadNotes, saveNote } from './white-list-notes.ts';

it('keeps who put an entry in when somebody else changes its note', () => {
  const database = openDatabaseAt(':memory:');
  saveNote(database, { address: '10.0.0.1', note: 'scanner', expiresAt: null, person: 'ada' }, true);
  saveNote(database, { address: '10.0.0.1', note: 'old scanner', expiresAt: 5, person: 'bo' }, false);
  expect(loadNotes(database).get('10.0.0.1')).toEqual({
    address: '10.0.0.1',
    note: 'old scanner',
    expiresAt: 5,
    addedBy: 'ada',
    addedAt: expect.any(Number),
  });
});

it('names who put an entry in last', () => {
  const database = openDatabaseAt(':memory:');
  saveNote(database, { address: '10.0.0.1', note: 'scanner', expiresAt: null, person: 'ada' }, true);
  saveNote(database, { address: '10.0.0.1', note: 'again', expiresAt: null, person: 'bo' }, true);
  expect(loadNotes(database).get('10.0.0.1')).toMatchObject({ note: 'again', addedBy: 'bo' });
});

it('does not claim that somebody put in what was there before', () => {
  const database = openDatabaseAt(':memory:');
  saveNote(database, { address: '', note: 'why', expiresAt: null, person: 'ada' }, false);
  expect(loadNotes(database).get('')).toMatchObject({ addedBy: null, addedAt: null });
});

it('calls an entry expired from its time on, and only while it is in the list', () => {
  const database = openDatabaseAt(':memory:');
  for (const [address, expiresAt] of [
    ['a', 10],
    ['b', 11],
    ['c', null],
    ['gone', 1],
  ] as const)
    saveNote(database, { address, note: '', expiresAt, person: 'ada' }, true);
  expect(expiredAmong(['a', 'a', 'b', 'c', 'd'], loadNotes(database), 10).map(({ address }) => address)).toEqual(['a']);
});

it('remembers what may stay open, and why, until it is guarded again', () => {
  const database = openDatabaseAt(':memory:');
  dismissAddresses(database, { addresses: ['10.0.0.1', '10.0.0.2'], reason: 'a lab', person: 'ada' });
  dismissAddresses(database, { addresses: ['10.0.0.2'], reason: 'still a lab', person: 'bo' });
  expect(loadDismissals(database).get('10.0.0.2')).toMatchObject({ reason: 'still a lab', person: 'bo' });
  guardAgain(database, '10.0.0.1');
  expect([...loadDismissals(database).keys()]).toEqual(['10.0.0.2']);
});
