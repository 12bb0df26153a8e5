// Owns "stop now". The first SIGINT, SIGTERM or SIGHUP aborts `stopSignal`; whoever runs a child passes it on. Later
// ones are ignored: a terminal sends Ctrl-C to the whole group, so it arrives here more than once.
import { constants } from 'node:os';

const controller = new AbortController();

/** Aborted with the name of the signal as its reason. */
export const stopSignal = controller.signal;

export function listenForStop() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => controller.abort(name));
}

/** What a shell reports for a program that ended by this signal. */
export function exitCodeOf(signalName) {
  return 128 + (constants.signals[signalName] ?? 0);
}
