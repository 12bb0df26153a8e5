/* `riposte check FILE...`: what Wazuh 4.14 would make of each file, and what an admin should know about it. */
import { parseConfig } from '../ossec/index.ts';
import { checkAnswer } from './check-answer.ts';
import { checkText } from './check-text.ts';
import { UsageError } from './io.ts';
import type { ExitCode, Verb } from './run-cli.ts';

export const checkVerb: Verb = async (files, { json }, io) => {
  let code: ExitCode = 0;
  for (const [at, file] of files.entries()) {
    try {
      const config = parseConfig(await io.readBytes(file));
      const answer = checkAnswer(file, config);
      if (json) io.answer(JSON.stringify(answer));
      else io.answer(`${at > 0 ? '\n' : ''}${checkText(answer, config)}`);
      if (!answer.accepted && code === 0) code = 1;
    } catch (thrown) {
      // One unreadable file does not keep the others from being checked.
      if (!(thrown instanceof UsageError)) throw thrown;
      io.say(thrown.message);
      code = 2;
    }
  }
  return code;
};
