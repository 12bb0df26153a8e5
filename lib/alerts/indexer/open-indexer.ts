/* Owns whether this process asks the Wazuh indexer, from the environment. */
import type { AlertHistory } from '../alert-history.ts';
import { IndexerError } from './indexer-failure.ts';
import { createFailedHistory, createIndexerHistory } from './indexer-history.ts';
import { readIndexerSetup } from './indexer-settings.ts';

/** Null when RIPOSTE_INDEXER_URL is not set. Settings that are wrong answer each question with what is wrong. */
export function indexerFromEnvironment(env: NodeJS.ProcessEnv = process.env): AlertHistory | null {
  const setup = readIndexerSetup(env);
  if (setup.kind === 'off') return null;
  if (setup.kind === 'wrong') return createFailedHistory(new IndexerError('settings', setup.problem));
  return createIndexerHistory(setup.settings);
}
