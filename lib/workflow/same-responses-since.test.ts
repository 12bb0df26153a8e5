import { expect, test } from 'vitest';
import { saveContent } from '../history/contents.ts';
import { addRevision } from '../history/revisions.ts';
import { parseConfigText } from '../ossec/index.ts';
import { defaultConfig } from '../sandbox/default-config.ts';
import { openDatabaseAt } from '../state/database.ts';
import { sameResponsesSince } from './same-responses-since.ts';

const other = defaultConfig.replace('<level>7<', '<level>9<');
/** The same responses, in another file. */
const same = (at: number) => `${defaultConfig}<!-- ${at} -->\n`;

/** One version a second, the oldest first; the last one is on disk. */
function sinceOf(texts: readonly string[]): number | null {
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
  return sameResponsesSince(database, parseConfigText(texts.at(-1) ?? ''), hashes.at(-1) ?? '');
}

test.each<[string, string[], number | null]>([
  ['no other responses are known', [same(1), same(2)], null],
  ['the last version changed them', [other, same(1)], 1000],
  ['versions since changed something else', [other, same(1), same(2)], 1000],
  ['more versions than are compared have the same', [other, ...Array.from({ length: 14 }, (_, at) => same(at))], 3000],
])('%s', (_, texts, since) => {
  expect(sinceOf(texts)).toBe(since);
});
