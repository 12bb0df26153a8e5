/* Programs were renamed in Wazuh 4.2. */
import type { Check } from '../finding.ts';
import { LEGACY_NAMES } from '../stock-commands.ts';
import { namedCommands } from '../support/command-of.ts';
import { commandCheck, say } from '../support/say.ts';

export const legacyExecutable: Check = commandCheck('legacy-executable', 'L16', ({ name, executable }, facts) => {
  const now = LEGACY_NAMES[executable];
  const isUsed = namedCommands(facts).live.has(name);
  // The files of old managers define many that nothing uses, and a script of one's own may bear an old name.
  if (!now || !isUsed || facts.scripts?.some((script) => script.name === executable)) return null;
  return say(
    'warning',
    `${executable} is a name of Wazuh 3`,
    `Since 4.2 the program is called ${now}. Where the old file is missing, nothing runs.`,
  );
});
