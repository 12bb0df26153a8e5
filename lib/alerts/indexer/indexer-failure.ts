/*
 * Owns what can go wrong with the indexer, in words: what happened and what to do. Inside the adapter it is thrown; the port
 * gives it back as a value. Holds nothing that the indexer said of itself but kinds of errors.
 */
import type { ManagerFailure } from '../../manager/manager.ts';

const FAILURES = {
  settings: ['The settings of the Wazuh indexer are wrong.', 'Correct them and restart Riposte.'],
  unreachable: [
    'The Wazuh indexer could not be reached.',
    'Check that it runs and that RIPOSTE_INDEXER_URL is right, and that this host may connect to it.',
  ],
  certificate: [
    'The certificate of the Wazuh indexer is not trusted.',
    'Set RIPOSTE_INDEXER_CA_FILE to the authority that signed it, usually root-ca.pem, and use a name that it holds.',
  ],
  unauthorised: [
    'The Wazuh indexer does not know the user, or the password is wrong.',
    'Check RIPOSTE_INDEXER_USER and RIPOSTE_INDEXER_PASSWORD_FILE.',
  ],
  forbidden: [
    'The user of the Wazuh indexer may not read the alerts.',
    'Give it a role that may read the index pattern: docs/install/indexer.md has one.',
  ],
  'no-index': [
    'The Wazuh indexer has no such index.',
    'Check RIPOSTE_INDEXER_INDEX. When the indexer is new, wait for its first alert.',
  ],
  'too-many-buckets': [
    'The question was too large for the Wazuh indexer.',
    'Choose a shorter period or fewer rules, or raise search.max_buckets in the indexer.',
  ],
  busy: ['The Wazuh indexer is too busy to answer.', 'Try again later, or choose a shorter period.'],
  'time-out': ['The Wazuh indexer did not answer in time.', 'Choose a shorter period, or try again later.'],
  partial: [
    'A part of the Wazuh indexer did not answer, so the numbers would be too low.',
    'Look after its shards (GET _cluster/health), then try again.',
  ],
  'too-large': ['The answer of the Wazuh indexer is too large.', 'Choose a shorter period or fewer rules.'],
  'not-understood': [
    'The answer of the Wazuh indexer was not understood.',
    'Check that RIPOSTE_INDEXER_URL is the indexer itself, port 9200, and neither the dashboard nor a page that sends elsewhere.',
  ],
} as const satisfies Record<string, readonly [message: string, hint: string]>;

export type IndexerFailureCode = keyof typeof FAILURES;

/** `detail`: a few words behind the message, in brackets. */
export function describeIndexerFailure(code: IndexerFailureCode, detail?: string): ManagerFailure {
  const [message, hint] = FAILURES[code];
  return { code: `indexer-${code}`, message: detail ? message.replace(/\.$/, ` (${detail}).`) : message, hint };
}

export class IndexerError extends Error {
  readonly failure: ManagerFailure;

  constructor(code: IndexerFailureCode, detail?: string) {
    const failure = describeIndexerFailure(code, detail);
    super(failure.message);
    this.failure = failure;
  }
}
