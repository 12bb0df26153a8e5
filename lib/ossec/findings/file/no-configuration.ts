/* A file without a root is accepted, and configures nothing. */
import type { FileCheck } from '../finding.ts';
import { onFile, say } from '../support/say.ts';

const ID = 'no-configuration';

export const noConfiguration: FileCheck = {
  id: ID,
  lint: null,
  run: ({ model }) =>
    model.problem?.code === 'no-root'
      ? [
          onFile(
            ID,
            say(
              'error',
              'This file configures nothing',
              'It holds no <ossec_config> section. Restore it from a backup.',
            ),
          ),
        ]
      : [],
};
