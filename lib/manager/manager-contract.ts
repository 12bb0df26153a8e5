/*
 * Owns the promises of the Manager port as one suite of tests. Every adapter must pass it over an installation that the
 * caller prepares. Knows no adapter.
 */
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigFile, Manager, RestartEvent } from './manager.ts';

export type ManagerUnderTest = {
  manager: Manager;
  /** A configuration the manager refuses to start with. */
  badConfig: Uint8Array;
  /** Adds a line to the manager's log, as a daemon would. */
  addLogLine(line: string): Promise<void>;
  /** Everything of the installation that a check must not touch, as one value to compare; null when it can't be seen. */
  describeFiles(): Promise<unknown>;
  dispose(): Promise<void>;
};

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The configuration now; fails the test when it can't be read. */
export async function readConfigOf(manager: Manager): Promise<ConfigFile> {
  const loaded = await manager.loadConfig();
  if (!loaded.ok) throw new Error(loaded.failure.message);
  return loaded.value;
}

/** All events of a restart. */
export async function collectRestart(manager: Manager): Promise<RestartEvent[]> {
  const events: RestartEvent[] = [];
  for await (const event of manager.restart()) events.push(event);
  return events;
}

/** Runs the suite over one installation, whose manager must be running. */
export function describeManagerContract(name: string, makeManager: () => Promise<ManagerUnderTest>): void {
  describe(`${name} keeps the contract of a manager`, () => {
    let under: ManagerUnderTest;
    let manager: Manager;
    let original: ConfigFile;
    const restore = async () => {
      const { sha256 } = await readConfigOf(manager);
      const saved = await manager.saveConfig({ bytes: original.bytes, expectedSha256: sha256 });
      expect(saved.ok).toBe(true);
    };

    beforeAll(async () => {
      under = await makeManager();
      manager = under.manager;
      original = await readConfigOf(manager);
    });
    afterAll(() => under?.dispose());

    test('it says who it is, where its files are and how it restarts', async () => {
      const identity = await manager.identify();
      expect(identity.directory).toMatch(/^\//);
      expect(identity.hostname).not.toBe('');
      expect(identity.version).toMatch(/^\d+\.\d+/);
      expect(identity.configPath).toContain('ossec.conf');
      expect(identity.restartCommand).toMatch(/restart/);
    });

    test('the configuration comes with the hash of its bytes', () => {
      expect(original.sha256).toBe(hash(original.bytes));
      expect(original.owner).toMatch(/^[^:]+:[^:]+$/);
    });

    test('a save over the reviewed bytes writes exactly the bytes given', async () => {
      const bytes = Uint8Array.of(...original.bytes, 0x0a, 0xff, 0xfe, 0x00, 0x0d);
      const saved = await manager.saveConfig({ bytes, expectedSha256: original.sha256 });
      expect(saved).toMatchObject({ ok: true, sha256: hash(bytes), owner: original.owner, mode: original.mode });
      const now = await readConfigOf(manager);
      expect(Buffer.from(now.bytes).equals(bytes)).toBe(true);
      expect([now.mode, now.uid, now.gid]).toEqual([original.mode, original.uid, original.gid]);
      await restore();
    });

    test('a save over other bytes than the reviewed ones is a conflict and changes nothing', async () => {
      const saved = await manager.saveConfig({ bytes: bytesOf('new'), expectedSha256: hash(bytesOf('other')) });
      expect(saved).toMatchObject({ ok: false, conflict: true, actual: { sha256: original.sha256 } });
      expect((await readConfigOf(manager)).sha256).toBe(original.sha256);
    });

    test('of many saves at once exactly one wins, the others are conflicts', async () => {
      const requests = [1, 2, 3, 4, 5].map((number) => ({
        bytes: bytesOf(`${'x'.repeat(number * 10_000)}`),
        expectedSha256: original.sha256,
      }));
      const outcomes = await Promise.all(requests.map((request) => manager.saveConfig(request)));
      const winner = outcomes.filter((outcome) => outcome.ok);
      expect(winner).toHaveLength(1);
      expect(outcomes.filter((outcome) => !outcome.ok && outcome.conflict)).toHaveLength(4);
      expect((await readConfigOf(manager)).sha256).toBe(winner[0]?.sha256);
      await restore();
    });

    test('all required daemons of a running manager run, with pid and start', async () => {
      const required = (await manager.loadDaemons()).filter((daemon) => daemon.required);
      expect(required.length).toBeGreaterThanOrEqual(6);
      for (const daemon of required) {
        expect(daemon).toMatchObject({ running: true, pid: expect.any(Number), startedAt: expect.any(Number) });
        expect(Math.abs(Date.now() - (daemon.startedAt ?? 0))).toBeLessThan(24 * 3600 * 1000);
      }
    });

    test('agents are sorted by id, without the manager itself and without keys', async () => {
      const { agents } = await manager.loadAgents();
      const ids = agents.map(({ id }) => Number(id));
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect(ids).not.toContain(0);
      expect(agents.every(({ id }) => /^\d{3,}$/.test(id))).toBe(true);
      expect(JSON.stringify(agents)).not.toMatch(/[0-9a-f]{32}/);
    });

    test('scripts are sorted by name', async () => {
      const scripts = await manager.loadScripts();
      const names = scripts.ok ? scripts.value.map((script) => script.name) : [];
      expect(names.length).toBeGreaterThan(0);
      expect(names).toEqual([...names].sort());
    });

    test('rule files come stock first', async () => {
      const paths = (await manager.loadRuleFiles()).map(({ path }) => path);
      const own = paths.findIndex((path) => path.startsWith('etc/rules/'));
      expect(paths[0]).toMatch(/^ruleset\/rules\//);
      expect(paths.slice(own).every((path) => path.startsWith('etc/rules/'))).toBe(true);
    });

    test('the log is followed from where it ended, in order', async () => {
      const stop = new AbortController();
      const from = await manager.logEnd();
      await under.addLogLine('first: with ünïcode');
      const seen: string[] = [];
      for await (const lines of manager.followLog(from, stop.signal)) {
        seen.push(...lines);
        if (seen.length === 1) await under.addLogLine('second');
        if (seen.length >= 2) stop.abort();
      }
      expect(seen).toEqual(['first: with ünïcode', 'second']);
    });

    test("Wazuh's own check tells good from bad, and touches nothing", async () => {
      const before = [await under.describeFiles(), await manager.loadArConf(), await manager.logEnd()];
      const accepted = await manager.runOwnCheck(Uint8Array.of(...original.bytes, 0x0a));
      const refused = await manager.runOwnCheck(under.badConfig);
      expect(await manager.runOwnCheck(original.bytes)).toEqual(accepted);
      expect([await under.describeFiles(), await manager.loadArConf(), await manager.logEnd()]).toEqual(before);
      // Where it can't be asked without harm it says so, and why, of every file.
      if (accepted.kind === 'not-run') expect(refused).toEqual({ kind: 'not-run', why: expect.stringMatching(/\.$/) });
      else {
        expect(accepted).toEqual({ kind: 'accepted', program: expect.stringMatching(/analysisd/) });
        expect(refused).toMatchObject({ kind: 'refused', lines: expect.arrayContaining([expect.any(String)]) });
      }
    });

    test('what analysisd holds is told as it holds it, or null', async () => {
      const running = await manager.loadRunningResponses();
      for (const response of running ?? []) {
        expect(response.command).not.toBe('');
        expect(['AS_ONLY', 'REMOTE_AGENT', 'SPECIFIC_AGENT', 'ALL_AGENTS']).toContain(response.location);
        expect(response).toMatchObject({ level: expect.any(Number), timeout: expect.any(Number) });
      }
    });

    test('a look before an apply agrees with the save, and changes nothing', async () => {
      const before = await under.describeFiles();
      const { write, freeBytes, mayRestart, restartHint, lock, managedBy } = await manager.inspect();
      expect(await under.describeFiles()).toEqual(before);
      expect(freeBytes === null || freeBytes > 0).toBe(true);
      expect(mayRestart === true).toBe(restartHint === null);
      expect([lock, managedBy]).toEqual([null, []]);
      const saved = await manager.saveConfig({ bytes: bytesOf('new'), expectedSha256: original.sha256 });
      expect(saved.ok ? (saved.inPlace ? 'in-place' : 'replace') : 'denied').toBe(write.how);
      await restore();
    });

    test('blocks in force have a target, an agent and an end to come', async () => {
      for (const block of (await manager.loadPendingBlocks()) ?? []) {
        expect(block.agentId).toMatch(/^\d{3,}$/);
        expect(block.target).not.toBe('');
        expect(block.since).toBeLessThanOrEqual(Date.now());
        if (block.until !== null) expect(block.until).toBeGreaterThan(Date.now());
      }
    });

    test('the addresses of the host are numeric, each once, none of them its own loopback', async () => {
      for (const list of Object.values(await manager.loadHostAddresses())) {
        expect(new Set(list).size).toBe(list.length);
        for (const address of list) {
          expect(isIP(address)).not.toBe(0);
          expect(address).not.toMatch(/^(127\.|::1$|fe80:)/i);
        }
      }
    });

    test('what scripts wrote on the manager comes in whole lines, or not at all', async () => {
      for (const line of (await manager.loadResponseLog()) ?? []) expect(line).not.toContain('\n');
    });

    test('the lock of the control program is seen while it works, and gone afterwards', async () => {
      expect(await manager.loadControlLock()).toBeNull();
      const seen = new Set<boolean>();
      const restarting = collectRestart(manager);
      let done = false;
      const watch = (async () => {
        while (!done) {
          const lock = await manager.loadControlLock();
          seen.add(lock !== null);
          if (lock) expect(lock.pid === null || lock.pid > 0).toBe(true);
        }
      })();
      await restarting;
      done = true;
      await watch;
      expect(seen).toContain(true);
      expect(await manager.loadControlLock()).toBeNull();
    });

    test('a restart ends with one exit, new processes and armed queues in ar.conf', async () => {
      const before = await manager.loadDaemons();
      const events = await collectRestart(manager);
      expect(events.filter(({ kind }) => kind === 'exited')).toHaveLength(1);
      expect(events.at(-1)).toMatchObject({ kind: 'exited', code: 0, timedOut: false });
      const after = await manager.loadDaemons();
      expect(after.filter(({ required }) => required).every(({ running }) => running)).toBe(true);
      expect(after.map(({ pid }) => pid)).not.toEqual(before.map(({ pid }) => pid));
      expect(await manager.loadArConf()).toContain('restart-wazuh0');
    });

    test('a restart with a configuration the manager refuses says why and keeps the old daemons', async () => {
      const processes = async () => (await manager.loadDaemons()).map(({ name, pid }) => ({ name, pid }));
      const before = await processes();
      const { sha256 } = await readConfigOf(manager);
      await manager.saveConfig({ bytes: under.badConfig, expectedSha256: sha256 });
      const events = await collectRestart(manager);
      expect(events.at(-1)).toMatchObject({ kind: 'exited', code: 1 });
      expect(events.some((event) => event.kind === 'output' && /ERROR/.test(event.line))).toBe(true);
      expect(await processes()).toEqual(before);
      await restore();
    });
  });
}
