import { linkSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AlertFiles } from '../../fixtures/alert-files.ts';
import { ALL, alerts, DAY, FIRST_DAY, idsIn } from '../fixtures/day-files.ts';
import { openOver } from '../fixtures/open-over.ts';

describe('following the files of a manager', () => {
  let files: AlertFiles;
  let opened: Awaited<ReturnType<typeof openOver>>;
  const [first, second] = [AlertFiles.nameOf(FIRST_DAY), AlertFiles.nameOf(FIRST_DAY + DAY)];

  beforeEach(async () => {
    files = new AlertFiles();
    opened = await openOver(files);
  });
  afterEach(async () => {
    await opened.engine.close();
    files.dispose();
  });
  const reopen = async (options: Parameters<typeof openOver>[1] = {}) => {
    await opened.engine.close();
    opened = await openOver(files, options);
  };
  /** All alerts that are known, each as often as it is counted. */
  const known = async (): Promise<string[]> => {
    await opened.engine.pass();
    const variants = (await opened.engine.loadVariants(ALL)).map(({ key }) => key);
    const query = { period: ALL, variants, whiteList: [], limit: 100_000 };
    const { alerts: found } = await opened.engine.loadAlerts(query);
    const { alerts: counted } = await opened.engine.count({ ...query, step: 'day', own: [], top: 1 });
    expect(counted).toBe(found.length);
    return found.map(({ id }) => id).sort();
  };

  test('a line that is not whole waits for its end', async () => {
    const [whole, later] = [alerts(3), alerts(1)];
    files.begin(first);
    files.append(whole + later.slice(0, 200));
    expect(await known()).toEqual(idsIn(whole));
    expect(await opened.engine.loadCoverage()).toMatchObject({ unreadable: 0, state: { kind: 'ready' } });
    files.append(later.slice(200));
    expect(await known()).toEqual(idsIn(whole, later));
  });

  test('both names of the day count once, also when alerts.json was there alone at first', async () => {
    const [before, after] = [alerts(5), alerts(5)];
    writeFileSync(files.active, before);
    expect(await known()).toEqual(idsIn(before));
    files.write(first, '');
    rmSync(files.path(first));
    linkSync(files.active, files.path(first));
    files.append(after);
    await reopen();
    expect(await known()).toEqual(idsIn(before, after));
  });

  test('at midnight the old day is read to its end, and its archive is not read again', async () => {
    const [seen, unseen, next] = [alerts(20), alerts(7), alerts(5, 1)];
    files.begin(first);
    files.append(seen);
    expect(await known()).toEqual(idsIn(seen));
    files.append(unseen);
    files.begin(second);
    files.append(next);
    expect(await known()).toEqual(idsIn(seen, unseen, next));
    files.compress(first);
    expect(await known()).toEqual(idsIn(seen, unseen, next));
    await reopen();
    expect(await known()).toEqual(idsIn(seen, unseen, next));
  });

  test('what was written while nobody looked is read from the archive', async () => {
    const [seen, unseen, next] = [alerts(20), alerts(7), alerts(5, 1)];
    files.begin(first);
    files.append(seen);
    await known();
    files.append(unseen.slice(0, -1));
    files.compress(first);
    files.begin(second);
    files.append(next);
    await reopen();
    expect(await known()).toEqual(idsIn(seen, unseen, next));
    await reopen();
    expect(await known()).toEqual(idsIn(seen, unseen, next));
  });

  test('a day in several files', async () => {
    const part = AlertFiles.nameOf(FIRST_DAY, '-001');
    const [one, two] = [alerts(9), alerts(4)];
    files.begin(first);
    files.append(one);
    await known();
    files.begin(part);
    files.append(two);
    expect(await known()).toEqual(idsIn(one, two));
    files.compress(first);
    await reopen();
    expect(await known()).toEqual(idsIn(one, two));
  });

  test('a file that was emptied goes on, and what it said is kept', async () => {
    const [one, two, three] = [alerts(9), alerts(4), alerts(30)];
    files.begin(first);
    files.append(one);
    await known();
    truncateSync(files.active, 0);
    expect(await known()).toEqual(idsIn(one));
    files.append(two);
    expect(await known()).toEqual(idsIn(one, two));
    // Emptied and already longer than before.
    truncateSync(files.active, 0);
    files.append(three);
    expect(await known()).toEqual(idsIn(one, two, three));
  });

  test('a file that was cut short is not counted again', async () => {
    const [one, two, three] = [alerts(30), alerts(5), alerts(5)];
    files.begin(first);
    files.append(one + two);
    await known();
    truncateSync(files.active, one.length);
    expect(await known()).toEqual(idsIn(one, two));
    files.append(three);
    expect(await known()).toEqual(idsIn(one, two, three));
  });

  test('a file that was cut short and is as long again is read again: what is gone is gone', async () => {
    const [one, two, three] = [alerts(30), alerts(5), alerts(5)];
    files.begin(first);
    files.append(one + two);
    await known();
    truncateSync(files.active, one.length);
    files.append(three);
    expect(await known()).toEqual(idsIn(one, three));
  });

  test('a question while alerts are forgotten names all that it counts', async () => {
    const [one, two, three] = [alerts(300), alerts(200), alerts(250)];
    files.begin(first);
    files.append(one + two);
    await known();
    const variants = (await opened.engine.loadVariants(ALL)).map(({ key }) => key);
    truncateSync(files.active, one.length);
    files.append(three);
    let isOver = false;
    const passing = opened.engine.pass().finally(() => {
      isOver = true;
    });
    const query = { period: ALL, variants, whiteList: [], step: 'day' as const, own: [], top: 1000 };
    while (!isOver) {
      const { alerts: counted, sources } = await opened.engine.count(query);
      expect(sources.top.reduce((sum, source) => sum + source.alerts, 0)).toBe(counted);
      await new Promise(setImmediate);
    }
    await passing;
    expect(await known()).toEqual(idsIn(one, three));
  });

  test('the file was copied: another inode, the same text', async () => {
    const [one, two] = [alerts(9), alerts(4)];
    files.begin(first);
    files.append(one);
    await known();
    rmSync(files.active);
    rmSync(files.path(first));
    files.begin(first);
    files.append(one + two);
    expect(await known()).toEqual(idsIn(one, two));
  });

  test('alerts.json of a day that was compressed meanwhile counts once, whoever comes first', async () => {
    const [seen, unseen] = [alerts(9), alerts(4)];
    files.begin(first);
    files.append(seen);
    await known();
    // The manager stopped before it began another file.
    files.append(unseen);
    files.compress(first);
    await reopen();
    expect(await known()).toEqual(idsIn(seen, unseen));
    await reopen();
    expect(await known()).toEqual(idsIn(seen, unseen));
    await opened.engine.close();
    rmSync(files.index, { recursive: true });
    opened = await openOver(files);
    expect(await known()).toEqual(idsIn(seen, unseen));
  });

  test('what was read as alerts.json alone is not read again as the archive of its day', async () => {
    const [text, next] = [alerts(9), alerts(4, 1)];
    writeFileSync(files.active, text);
    expect(await known()).toEqual(idsIn(text));
    files.write(first, text);
    files.compress(first);
    files.begin(second);
    files.append(next);
    await reopen();
    expect(await known()).toEqual(idsIn(text, next));
  });

  test('a folder that was copied without its links counts once', async () => {
    const text = alerts(9);
    files.write(first, text);
    writeFileSync(files.active, text);
    expect(await known()).toEqual(idsIn(text));
    await reopen();
    expect(await known()).toEqual(idsIn(text));
    const more = alerts(3);
    files.append(more);
    await reopen();
    expect(await known()).toEqual(idsIn(text, more));
    await reopen();
    expect(await known()).toEqual(idsIn(text, more));
  });

  test('a year that lives on another disk is read, and a link to nothing is told', async () => {
    const text = alerts(4);
    files.write(`elsewhere/${first.split('/').slice(1).join('/')}`, text);
    symlinkSync(files.path('elsewhere'), files.path('2026'));
    symlinkSync(files.active, files.path('2025'));
    writeFileSync(files.active, '');
    expect(await known()).toEqual(idsIn(text));
    expect((await opened.engine.loadCoverage()).notes.join()).toContain('/2025 could not be read.');
  });

  test('a damaged archive counts as far as it goes, and is told', async () => {
    const text = alerts(4000);
    const gz = gzipSync(text);
    files.write(`${first}.gz`, '');
    writeFileSync(files.path(`${first}.gz`), gz.subarray(0, gz.length >> 1));
    const found = await known();
    expect(found.length).toBeGreaterThan(100);
    expect(idsIn(text)).toEqual(expect.arrayContaining(found));
    const { notes, state } = await opened.engine.loadCoverage();
    expect(state).toEqual({ kind: 'ready' });
    expect(notes.join()).toContain('could not be read to its end');
    // It is whole at last.
    writeFileSync(files.path(`${first}.gz`), gz);
    await reopen();
    expect(await known()).toEqual(idsIn(text));
    expect((await opened.engine.loadCoverage()).notes).toEqual([]);
  });

  test('a damaged index, or one of another version, is made anew', async () => {
    const text = alerts(300);
    files.write(first, text);
    await known();
    await opened.engine.close();
    const index = join(files.index, 'alerts.duckdb');
    const bytes = readFileSync(index);
    expect(statSync(index).size).toBeGreaterThan(8192);
    writeFileSync(index, bytes.fill(7, 4096, 12_288));
    opened = await openOver(files);
    expect(await known()).toEqual(idsIn(text));
    await opened.engine.close();
    writeFileSync(index, 'no index at all');
    opened = await openOver(files);
    expect(await known()).toEqual(idsIn(text));
  });

  test('old days go, and the oldest when there is too much', async () => {
    const texts = [0, 1, 2].map((day) => alerts(50, day));
    for (const [day, text] of texts.entries()) files.write(AlertFiles.nameOf(FIRST_DAY + day * DAY), text);
    await known();
    const days = Math.floor((Date.now() - FIRST_DAY) / DAY) - 1;
    await reopen({ keep: { days, bytes: 1e12 } });
    expect(await known()).toEqual(idsIn(...texts.slice(1)));
    const many = [3, 4].map((day) => alerts(30_000, day));
    for (const [at, text] of many.entries()) files.write(AlertFiles.nameOf(FIRST_DAY + (at + 3) * DAY), text);
    await reopen({ keep: { days, bytes: 100_000 } });
    await opened.engine.pass();
    const { from, notes } = await opened.engine.loadCoverage();
    expect(from).toBeGreaterThanOrEqual(FIRST_DAY + 4 * DAY);
    expect(notes.join()).toContain('are not kept');
  });

  test('reading that was stopped goes on later', async () => {
    const text = alerts(20);
    files.write(first, text);
    await opened.engine.stop();
    expect(await known()).toEqual([]);
    expect((await opened.engine.loadCoverage()).state.kind).toBe('stopped');
    await opened.engine.resume();
    expect(await known()).toEqual(idsIn(text));
    // Also when nothing was left to read: what comes later is not read, and that is said.
    await opened.engine.stop();
    const later = alerts(3);
    files.write(second, later);
    expect(await known()).toEqual(idsIn(text));
    expect((await opened.engine.loadCoverage()).state.kind).toBe('stopped');
    await opened.engine.resume();
    expect((await opened.engine.loadCoverage()).state.kind).not.toBe('stopped');
  });
});
