import { expect, test } from 'vitest';
import { initials } from './avatar';
import { readTheme } from './theme';

test('only light and dark are themes of their own', () => {
  expect(['light', 'dark', undefined, '', 'blue" onload="x'].map(readTheme)).toEqual([
    'light',
    'dark',
    'system',
    'system',
    'system',
  ]);
});

test('initials come from the first and the last word', () => {
  expect(['Marta Kowalska', 'root', 'a.b-c', ' ', 'Ana Maria Silva'].map(initials)).toEqual([
    'MK',
    'R',
    'AC',
    '?',
    'AS',
  ]);
});
