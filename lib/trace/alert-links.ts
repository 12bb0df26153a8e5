/* Links of the alert itself: is its address on the white list, does it carry what the script needs. Pure. */
import { lackOf, needOf } from '../activity/target-of.ts';
import { isRefused } from '../alerts/is-refused.ts';
import { shown } from '../ossec/findings/support/words.ts';
import { isListed } from '../ossec/white-list/is-listed.ts';
import { bad, ok, type Said, unknown } from './link.ts';
import type { Followed, TraceFacts } from './trace-facts.ts';

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

export function dataLink({ alert }: TraceFacts, followed: Followed | null, executable: string | null): Said {
  const need = executable === null ? null : needOf(executable);
  if (executable === null) return unknown('Which program runs is not known.');
  if (need === null) {
    const isKnown = /^(restart-|wazuh-slack|kaspersky)/.test(executable);
    if (isKnown) return ok(`${executable} needs nothing of the alert.`);
    return unknown(`What ${executable} needs of the alert is not known: it does not come with Wazuh.`);
  }
  const has = need === 'srcip' ? alert.address : alert.user;
  const lack = lackOf(executable, alert);
  if (lack === 'no-address')
    return bad(`${executable} needs an address, and the alert has ${shown(has)}: the script gives up.`, {
      fix: 'Mend the decoder, so that srcip is a numeric address.',
    });
  if (executable === 'disable-account' && NO_ACCOUNT.test(has ?? '')) return unlockable(followed, has);
  if (lack === null) return ok(`${executable} needs ${need}, and the alert has ${shown(has)}.`);
  return bad(`${executable} needs ${need}, and the alert has none: the script gives up.`, {
    fix: `Set it off by rules whose alerts carry ${need}, or run a script that needs none.`,
  });
}

/** Names that disable-account leaves alone since 4.14.7 (wazuh-facts §3). */
const NO_ACCOUNT = /^root$|^[-+~]|[:\s/\\]|\.\.|^.{257}/;

function unlockable(followed: Followed | null, user: string | null): Said {
  const [, major = 0, minor = 0, patch = 0] = /(\d+)\.(\d+)\.(\d+)/.exec(followed?.agent?.version ?? '') ?? [];
  const version = Number(major) * 1_000_000 + Number(minor) * 1000 + Number(patch);
  const why = `disable-account refuses ${shown(user)} since Wazuh 4.14.7.`;
  if (version === 0) return unknown(`${why} Which version runs there is not known.`);
  if (version < 4_014_007) return ok(`${why} ${followed?.name} is older, and locks it.`);
  return bad(why, { fix: 'Set it off by rules whose alerts name an account that may be locked.' });
}
