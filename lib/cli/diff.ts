/* `riposte diff FILE1 FILE2`: what changed, as sentences, or as the changes that `plan` takes. */
import { compareConfigs } from '../ossec/compare/compare-configs.ts';
import { toText } from '../ossec/describe/phrase.ts';
import { parseConfig } from '../ossec/index.ts';
import type { Verb } from './run-cli.ts';

export const diffVerb: Verb = async ([before = '', after = ''], { json }, io) => {
  const configs = [parseConfig(await io.readBytes(before)), parseConfig(await io.readBytes(after))] as const;
  const { changes, otherLinesChanged, sentences } = compareConfigs(...configs);
  if (json) {
    io.answer(JSON.stringify(changes));
    if (otherLinesChanged) io.say('Other lines of the file changed, too: the list does not say everything.');
  } else {
    io.answer(sentences.length === 0 ? 'No difference.' : sentences.map(toText).join('\n'));
  }
  return configs[1].verdict.accepted ? 0 : 1;
};
