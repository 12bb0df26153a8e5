/*
 * Where something can go wrong: each call of a port, each statement that changes the database, each step of a save on the
 * disk gets a name when it is passed. At the named point the fault happens. Knows no apply.
 */

import type { FileSystem } from '../../manager/local/file-system.ts';
import type { Manager } from '../../manager/manager.ts';
import type { Database } from '../../state/database.ts';

/** Called with the name of each point as it is passed; may end the process or throw. */
export type Pass = (point: string) => void;

/** Polls and lines of the log come as often as they come: only their first passes are in every run. */
const MOST_POLLS = 3;
const MOST_STATEMENTS = 20;

/** Is this one of the first passes of its kind? */
export function isEarly(point: string): boolean {
  const [kind = '', count] = point.split('#');
  return Number(count) <= (/^(insert|update|delete) (?!apply_log)/.test(kind) ? MOST_STATEMENTS : MOST_POLLS);
}

/** Numbers the passes of each kind: "loadDaemons:before#2". */
export function numberPoints(pass: Pass): Pass {
  const counts = new Map<string, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    pass(`${kind}#${count}`);
  };
}

const CALLS = ['loadConfig', 'saveConfig', 'runOwnCheck', 'loadDaemons', 'loadArConf', 'loadControlLock'] as const;

/** The same manager with a point before and after each call. */
export function withPoints(manager: Manager, pass: Pass): Manager {
  const wrapped: Manager = { ...manager };
  for (const name of CALLS) {
    const call = manager[name] as (...args: unknown[]) => Promise<unknown>;
    Object.assign(wrapped, {
      [name]: async (...args: unknown[]) => {
        pass(`${name}:before`);
        const answer = await call.apply(manager, args);
        pass(`${name}:after`);
        return answer;
      },
    });
  }
  wrapped.restart = async function* (signal) {
    pass('restart:before');
    let lines = 0;
    for await (const event of manager.restart(signal)) {
      if (event.kind === 'output' && ++lines % 5 === 0) pass('restart:middle');
      if (event.kind === 'exited') pass('restart:exited');
      yield event;
    }
    pass('restart:after');
  };
  return wrapped;
}

/** Puts a point before and after each statement that changes the database. */
export function watchDatabase(database: Database, pass: Pass): void {
  const prepare = database.prepare.bind(database);
  database.prepare = (sql, ...rest) => {
    const statement = prepare(sql, ...rest);
    const kind = /^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)/.exec(sql);
    if (!kind) return statement;
    const run = statement.run.bind(statement);
    const name = `${kind[1]?.slice(0, 6).toLowerCase().trim()} ${kind[2]}`;
    statement.run = ((...args: Parameters<typeof run>) => {
      pass(`${name}:before`);
      const result = run(...args);
      pass(`${name}:after`);
      return result;
    }) as typeof statement.run;
    return statement;
  };
  const exec = database.exec.bind(database);
  database.exec = (sql) => {
    if (sql === 'COMMIT') pass('commit:before');
    exec(sql);
    if (sql === 'COMMIT') pass('commit:after');
  };
}

/** The steps of a save on the disk; the middle of a write has half of the bytes down. */
export function diskWithPoints(disk: FileSystem, pass: Pass): FileSystem {
  return {
    async open(path, flags, mode) {
      pass('disk open:before');
      const handle = await disk.open(path, flags, mode);
      const write = handle.write.bind(handle) as (...args: unknown[]) => Promise<{ bytesWritten: number }>;
      const halves = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
        pass('disk write:before');
        const half = Math.floor(length / 2);
        if (half > 0) await write(bytes, offset, half, position);
        pass('disk write:middle');
        await write(bytes, offset + half, length - half, position + half);
        pass('disk write:after');
        return { bytesWritten: length, buffer: bytes };
      };
      const whole = async (bytes: Uint8Array) => void (await halves(bytes, 0, bytes.length, 0));
      const around =
        <A extends unknown[]>(name: string, call: (...args: A) => Promise<void>) =>
        async (...args: A) => {
          pass(`disk ${name}:before`);
          await call(...args);
          pass(`disk ${name}:after`);
        };
      return Object.assign(handle, {
        write: halves,
        writeFile: whole,
        truncate: around('truncate', handle.truncate.bind(handle)),
        sync: around('sync', handle.sync.bind(handle)),
        chmod: around('chmod', handle.chmod.bind(handle)),
      });
    },
    async rename(from, to) {
      pass('disk rename:before');
      await disk.rename(from, to);
      pass('disk rename:after');
    },
    unlink: (path) => disk.unlink(path),
  };
}
