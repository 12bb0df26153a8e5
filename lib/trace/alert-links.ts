/* Links of the alert itself: is its address on the white list, does it carry what the script needs. Pure. */
import { needOf } from '../activity/target-of.ts';
import { isRefused } from '../alerts/is-refused.ts';
import { shown } from '../ossec/findings/support/words.ts';
import { isListed } from '../ossec/white-list/is-listed.ts';
import { bad, ok, type Said, unknown } from './link.ts';
import type { TraceFacts } from './trace-facts.ts';

export function whiteListLink({ alert, config }: TraceFacts): Said {
  const { srcip, address } = alert;
  if (isRefused(alert)) {
    const what = isRefused({ srcip, user: null }) ? `srcip ${shown(srcip)}` : `dstuser ${shown(alert.user)}`;
    const why = `The manager refuses ${what}: it has characters that it does not expect there. Its log says so.`;
    return bad(why, { fix: 'Mend the decoder that took the value from the event.' });
  }
  const { whiteList } = config.model;
  const entry = srcip === null ? undefined : whiteList.find(({ address: one }) => isListed(srcip, [one]));
  if (entry) {
    const why = `The white list covers ${srcip}: entry ${shown(entry.address)}. No response runs for such an alert, also none that does not use the address.`;
    return bad(why, { line: entry.line, href: '/white-list', fix: 'Take the entry out, if it covers too much.' });
  }
  if (srcip === null && address !== null)
    return ok(`The white list is not asked: the alert has no srcip. It does not protect ${address} either.`);
  if (srcip === null) return ok('The white list is not asked: the alert has no srcip.');
  return ok(`None of the ${whiteList.length} entries of the white list covers ${srcip}.`);
}

export function dataLink({ alert }: TraceFacts, executable: string | null): Said {
  const need = executable === null ? null : needOf(executable);
  if (executable === null) return unknown('Which program runs is not known.');
  if (need === null) {
    const isKnown = /^(restart-|wazuh-slack|kaspersky)/.test(executable);
    if (isKnown) return ok(`${executable} needs nothing of the alert.`);
    return unknown(`What ${executable} needs of the alert is not known: it does not come with Wazuh.`);
  }
  const has = need === 'srcip' ? alert.address : alert.user;
  if (has !== null) return ok(`${executable} needs ${need}, and the alert has ${shown(has)}.`);
  return bad(`${executable} needs ${need}, and the alert has none: the script gives up.`, {
    fix: `Set it off by rules whose alerts carry ${need}, or run a script that needs none.`,
  });
}
