import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { typeScriptFlags } from '../../run/type-script-flags.mjs';
import { isTornWrite } from '../torn-write.ts';

const kills = 5;
const megabyte = 1024 * 1024;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'riposte-killed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Saves one content after the other, for ever, and says so just before it writes to the file itself. */
const script = (modules: URL) => `
  const { saveConfig } = await import('${new URL('./save-config.ts', modules)}');
  const { realFileSystem } = await import('${new URL('./file-system.ts', modules)}');
  const { readFileSync, writeSync } = await import('node:fs');
  const { createHash } = await import('node:crypto');
  const folder = process.argv[1];
  const contents = ['a', 'b'].map((name) => readFileSync(folder + '/' + name));
  const hashes = contents.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  const open = async (...args) => {
    const handle = await realFileSystem.open(...args);
    for (const name of ['write', 'writeFile']) {
      const original = handle[name].bind(handle);
      handle[name] = (...all) => (writeSync(1, 'now'), original(...all));
    }
    return handle;
  };
  for (let turn = 0; ; turn += 1)
    await saveConfig(
      folder + '/ossec.conf',
      { bytes: contents[(turn + 1) % 2], expectedSha256: hashes[turn % 2] },
      { ...realFileSystem, open },
    );`;

/** Kills it in its write number `turn`, a moment after that began. */
async function killWhileWriting(turn: number): Promise<void> {
  const flags = [...typeScriptFlags(), '--input-type=module', '-e', script(new URL(import.meta.url))];
  const saver = spawn(process.execPath, [...flags, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let writes = 0;
  saver.stdout.on('data', () => {
    writes += 1;
    if (writes === turn) saver.kill('SIGKILL');
  });
  await once(saver, 'close');
}

test.each([
  ['by rename', false],
  ['in place', true],
])(
  'a program killed while it saves %s leaves the old file, the new one, or one that is told as torn',
  async (_, inPlace) => {
    const a = new Uint8Array(5 * megabyte).fill(0x61);
    const b = new Uint8Array(8 * megabyte).fill(0x62);
    await writeFile(join(folder, 'a'), a);
    await writeFile(join(folder, 'b'), b);
    for (let kill = 0; kill < kills; kill += 1) {
      await rm(join(folder, 'ossec.conf'), { force: true });
      await rm(join(folder, 'other'), { force: true });
      await writeFile(join(folder, 'ossec.conf'), a);
      if (inPlace) await link(join(folder, 'ossec.conf'), join(folder, 'other'));
      await killWhileWriting(1 + (kill % 3));
      const left = new Uint8Array(await readFile(join(folder, 'ossec.conf')));
      const isWhole = [a, b].some((whole) => Buffer.from(left).equals(whole));
      if (inPlace) expect(isWhole || isTornWrite(left, a, b) || isTornWrite(left, b, a)).toBe(true);
      else expect(isWhole).toBe(true);
    }
  },
);
