/* The responses that cut an address off: only for them does it matter what the white list covers. */
import type { Facts, ResponseFacts } from '../finding.ts';
import { stockKindOf } from '../stock-commands.ts';
import { commandOf, isLive } from './command-of.ts';

/** On, loaded, and known to block: of a script of one's own nobody knows. */
export const blockingResponses = (facts: Facts): ResponseFacts[] =>
  facts.responses.filter(
    (response) => isLive(response) && stockKindOf(commandOf(response, facts)?.executable ?? '')?.blocks,
  );
