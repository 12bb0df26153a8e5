/*
 * Do the responses that the running analysisd tells equal those that a file gives? Pure.
 */
import { isSame } from '../../activity/same-response.ts';
import type { RunningResponse } from '../../manager/manager.ts';
import type { LoadedResponse } from '../../ossec/model/verdict.ts';

/** The difference as the end of a sentence; null when they are the same. */
export function describeDifference(
  running: readonly RunningResponse[],
  loaded: readonly LoadedResponse[],
): string | null {
  if (running.length !== loaded.length) return `it runs ${running.length} responses instead of ${loaded.length}`;
  const at = running.findIndex((told, index) => !isSame(told, loaded[index] as LoadedResponse));
  return at < 0 ? null : `its response ${at + 1} (${running[at]?.command}) is not the one of this file`;
}
