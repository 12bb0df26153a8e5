/* Secrets that a weak API account has masked (wazuh-facts §7.3). */
import type { FileCheck } from '../finding.ts';
import { onFile, say } from '../support/say.ts';

const ID = 'masked-value';

export const maskedValue: FileCheck = {
  id: ID,
  lint: 'L37',
  run: ({ model: { problem } }) =>
    problem?.code === 'masked'
      ? [
          onFile(
            ID,
            say(
              'error',
              'A secret is masked with asterisks',
              'Saving would destroy the secret. Put the real value back first.',
              problem.line,
            ),
          ),
        ]
      : [],
};
