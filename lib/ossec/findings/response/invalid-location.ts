/* <location> is searched for words, not compared with them: "localhost" runs somewhere, only by accident (dialect §5.1). */
import { LOCATIONS } from '../../model/config-model.ts';
import type { Check } from '../finding.ts';
import { placeOf } from '../support/place-of.ts';
import { responseCheck, type Said, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const WORDS: readonly string[] = LOCATIONS;
const SYNONYMS: Record<string, string> = { as: 'server', analysisd: 'server', 'analysis-server': 'server', any: 'all' };
const ADVICE = 'Use local, server, defined-agent or all.';

export const invalidLocation: Check = responseCheck('invalid-location', 'L02', ({ location }) => {
  if (!location || WORDS.includes(location)) return null;
  const place = placeOf(location);
  const places = Object.values(place).filter(Boolean).length;
  if (places === 0) {
    return say(
      'blocker',
      `${shown(location)} is not a location`,
      `Wazuh refuses the file and does not start. ${ADVICE}`,
    );
  }
  return places > 1 ? several(location, place.server) : single(location, place);
});

function several(location: string, server: boolean): Said {
  const where = server ? 'It runs on the manager only.' : 'It does not add up to both places.';
  return say('error', `${shown(location)} names several places`, `${where} Write one response for each place.`);
}

function single(location: string, place: ReturnType<typeof placeOf>): Said {
  const means = place.server ? 'server' : place.local ? 'local' : place.all ? 'all' : 'defined-agent';
  const plain = location.trim().toLowerCase();
  if (SYNONYMS[plain]) return say('note', `${shown(location)} is an old word for ${means}`, `Write ${means}.`);
  const reading = `Wazuh only searches the text for known words, and reads this one as ${means}.`;
  if (location.trim() === means) {
    return say('note', `Blanks stand around ${means}`, 'They do no harm here. Remove them.');
  }
  if (plain === means)
    return say('warning', `${shown(location)} is not written as ${means}`, `${reading} Write ${means}.`);
  return say('error', `${shown(location)} counts as ${means}`, `${reading} ${ADVICE}`);
}
