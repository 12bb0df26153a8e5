import { expect, test } from 'vitest';
import { saveContent } from '../history/contents.ts';
import { addRevision } from '../history/revisions.ts';
import { parseConfigText } from '../ossec/index.ts';
import { defaultConfig } from '../sandbox/default-config.ts';
import { openDatabaseAt } from '../state/database.ts';
import { responsesSince } from './responses-since.ts';

const other = defaultConfig.replace('<level>7<', '<level>9<');
/** The same responses, in another file. */
const same = (at: number) => `${defaultConfig}<!-- ${at} -->\n`;

/** One version a second, the oldest first; the last one is on disk. */
function storyOf(texts: readonly string[]) {
  const database = openDatabaseAt(':memory:');
  const common = {
    parentSha256: null,
    person: null,
    note: '',
    sentences: [],
    applyId: null,
    source: 'outside' as const,
  };
  const hashes = texts.map((text, at) => {
    const sha256 = saveContent(database, Buffer.from(text));
    addRevision(database, { ...common, sha256, at: at * 1000 });
    return sha256;
  });
  return responsesSince(database, parseConfigText(texts.at(-1) ?? ''), hashes.at(-1) ?? '');
}

test.each<[string, string[], number | null]>([
  ['no other responses are known', [same(1), same(2)], null],
  ['the last version changed them', [other, same(1)], 1000],
  ['versions since changed something else', [other, same(1), same(2)], 1000],
  ['more versions than are compared have the same', [other, ...Array.from({ length: 14 }, (_, at) => same(at))], 3000],
])('%s', (_, texts, since) => {
  expect(storyOf(texts).of(0)).toBe(since);
});

test('a change of one response leaves the others as old as they are', () => {
  const { of } = storyOf([other, same(1)]);
  expect([of(0), of(1), of(999)]).toEqual([1000, null, null]);
});

test('a response that no noticed version has is newer than everything', () => {
  const database = openDatabaseAt(':memory:');
  const sha256 = saveContent(database, Buffer.from(other));
  const common = { parentSha256: null, person: null, note: '', sentences: [], applyId: null };
  addRevision(database, { ...common, source: 'outside', sha256, at: 1000 });
  expect(responsesSince(database, parseConfigText(defaultConfig), 'not noticed').of(0)).toBe(Number.POSITIVE_INFINITY);
});

test('while another queue was armed nothing counts', () => {
  const off = defaultConfig.replace('<timeout>600</timeout>', '<timeout>600</timeout><disabled>yes</disabled>');
  expect(storyOf([off, same(1)]).of(1)).toBe(1000);
});

test('an address that an older version spared was spared then, and not before or after', () => {
  const listed = defaultConfig.replace(
    '<white_list>127.0.0.1<',
    '<white_list>127.0.0.1</white_list><white_list>192.0.2.1<',
  );
  const { wasSpared } = storyOf([same(1), listed, same(2)]);
  expect([500, 1500, 2500].map((at) => wasSpared(at, '192.0.2.1'))).toEqual([false, true, false]);
  expect(wasSpared(1500, null)).toBe(false);
});
