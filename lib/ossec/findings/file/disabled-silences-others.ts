/*
 * A disabled block clears the flags of the whole file: only blocks below it can set them again. What the blocks above need
 * and the blocks below do not bring back is dead, without a word (dialect §7, "Rule for a linter").
 */
import type { Config } from '../../index.ts';
import type { LoadedResponse, Queues } from '../../model/verdict.ts';
import type { FileCheck, Finding } from '../finding.ts';
import { say } from '../support/say.ts';
import { counted } from '../support/words.ts';

const ID = 'disabled-silences-others';

export const disabledSilencesOthers: FileCheck = { id: ID, lint: 'L27', run };

/** The directions a response needs: to agents, to the manager's own executor. */
const needOf = ({ location }: LoadedResponse): Queues => ({
  remote: location.some((word) => word !== 'AS_ONLY'),
  local: location.includes('AS_ONLY') || location.includes('REMOTE_AGENT'),
});

function run({ model, verdict }: Config): Finding[] {
  const last = model.responses.findLast(({ disabled }) => disabled);
  if (!last || !verdict.accepted) return [];
  const { remote, local } = verdict.queues;
  const dead = verdict.responses.filter((response) => {
    const need = needOf(response);
    return response.block < last.index && ((need.remote && !remote) || (need.local && !local));
  });
  if (dead.length === 0) return [];
  const where = remote ? ' on the manager' : local ? ' on agents' : '';
  const title = `This disabled response stops ${counted(dead.length, 'other')}${where}`;
  const why = 'Disabling clears a setting of all responses above it. Put this one into a comment, or remove it.';
  return [
    { id: ID, subject: { kind: 'response', index: last.index }, line: last.line, ...say('error', title, why) },
    ...dead.map(({ block, command }): Finding => {
      const line = model.responses[block]?.line ?? null;
      const reason = `The disabled response on line ${last.line} stops it.`;
      return {
        id: ID,
        subject: { kind: 'response', index: block },
        line,
        ...say('error', `${command} does not run${where}`, reason),
      };
    }),
  ];
}
