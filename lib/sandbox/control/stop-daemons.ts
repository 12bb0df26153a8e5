/*
 * Owns stopping the stand-in daemons: in which order, and what they say when they go.
 * Knows nothing about starting.
 */
import { stopProcess } from './daemon-processes.ts';
import type { ManagerLog } from './manager-log.ts';

const signal = '(1225): SIGNAL [(15)-(Terminated)] Received. Exit Cleaning...';

/** Stops all daemons in status order. `say` gets what wazuh-control prints. */
export async function stopDaemons(
  directory: string,
  daemons: string[],
  log: ManagerLog,
  say: (line: string) => void,
): Promise<void> {
  for (const daemon of daemons) {
    const stopped = await stopProcess(directory, daemon);
    say(stopped ? `Killing ${daemon}...` : `${daemon} not running...`);
    if (!stopped) continue;
    if (daemon === 'wazuh-execd') log.write(daemon, 'INFO', '(1314): Shutdown received. Deleting responses.');
    if (daemon !== 'wazuh-apid') log.write(daemon, 'INFO', signal);
    if (daemon === 'wazuh-db') log.write(daemon, 'INFO', 'Graceful process shutdown.');
    await log.wait(130);
  }
}
