import { expect, it } from 'vitest';
import { saveContent } from '../history/contents.ts';
import { addRevision } from '../history/revisions.ts';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import { parseConfigText } from '../ossec/index.ts';
import { openDatabaseAt } from '../state/database.ts';
import { describeComparison } from './describe-draft.ts';
import { findOrigins } from './white-list-origins.ts';

it('knows which revision brought an entry, and not those that were there before', () => {
  const database = openDatabaseAt(':memory:');
  const before = parseConfigText(plain);
  const after = parseConfigText(plain.replace('</global>', '  <white_list>192.0.2.1</white_list>\n  </global>'));
  const sha256 = saveContent(database, Buffer.from(plain));
  const common = { sha256, parentSha256: null, note: '', applyId: null };
  const sentences = describeComparison(before, after);
  const first = describeComparison(parseConfigText('<ossec_config>\n</ossec_config>\n'), before);
  addRevision(database, { ...common, source: 'first', person: null, sentences: first, at: 1 });
  addRevision(database, { ...common, source: 'riposte', person: 'ada', sentences, at: 2 });
  addRevision(database, {
    ...common,
    source: 'riposte',
    person: 'bo',
    sentences: describeComparison(after, before),
    at: 3,
  });
  addRevision(database, { ...common, source: 'outside', person: null, sentences, at: 4 });
  expect([...findOrigins(database, after.model, ['127.0.0.1', '192.0.2.1', '192.0.2.10'])]).toEqual([
    ['192.0.2.1', { person: null, at: 4 }],
  ]);
});
