// Owns `npm run bench:pages`: what each page costs in bytes, at the server and in Chromium, with 500 responses. The last
// line is the same as JSON. Measures; judges only by marking what misses an aim (PERFORMANCE aims), and never fails on it.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { Failure } from './failure.mjs';
import { findBrowser } from './find-browser.mjs';
import { nextEnv, nextScript } from './next-command.mjs';
import { projectDir } from './project-dir.mjs';
import { runChild, startChild } from './run-child.mjs';
import { say } from './say.mjs';
import { typeScriptFlags } from './type-script-flags.mjs';

const RESPONSES = 500;
const PAGES = [
  '/',
  '/responses',
  '/responses/new',
  '/responses/r0',
  '/commands',
  '/endpoints',
  '/review',
  '/history',
  '/source',
];
const ANSWERS = 10;
const VISITS = 5;
const AIMS = { jsKb: 200, answerMs: 50, lcpMs: 700, cls: 0 };
const SETTLE_MS = 1200;

async function bench() {
  const work = mkdtempSync(join(tmpdir(), 'riposte-bench-'));
  const managerDir = join(work, 'manager');
  try {
    const args = [...typeScriptFlags(), join(projectDir, 'lib/run/bench-sandbox.mjs'), managerDir, String(RESPONSES)];
    if ((await runChild(process.execPath, args)) !== 0) throw new Failure('The sandbox could not be prepared.');
    const stateDir = join(work, 'state');
    await withServer(managerDir, stateDir, async (url) => measureAll(url, await sessionCookie(stateDir)));
  } finally {
    const stop = [...typeScriptFlags(), join(projectDir, 'lib/sandbox/prepare.ts'), managerDir, '--stop'];
    await startChild(process.execPath, stop).ended;
    rmSync(work, { recursive: true, force: true });
  }
}

async function withServer(managerDir, stateDir, use) {
  const { NODE_ENV: _, ...base } = nextEnv();
  const env = { ...base, RIPOSTE_MANAGER_DIR: managerDir, RIPOSTE_SANDBOX: '1', RIPOSTE_STATE_DIR: stateDir };
  const stop = new AbortController();
  const command = [nextScript, 'start', '-H', '127.0.0.1', '-p', '0'];
  const { child, ended } = startChild(process.execPath, command, {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    until: stop.signal,
  });
  try {
    await use(await addressOf(child));
  } finally {
    stop.abort('SIGTERM');
    await ended;
  }
}

/** A session of an administrator, in the state of the server that runs. */
async function sessionCookie(stateDir) {
  const { addUser } = await import('../../e2e/fixtures/users.ts');
  const { secret } = await addUser(stateDir);
  return { name: 'riposte-session', value: secret, httpOnly: true, secure: false, sameSite: 'Strict' };
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url && said.includes('Ready in')) resolve(url);
    });
    child.once('exit', () => reject(new Failure(`The server ended before it was ready.\n${said}`)));
  });
}

async function measureAll(url, cookie) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu'] });
  const open = { storageState: { cookies: [{ ...cookie, domain: '127.0.0.1', path: '/', expires: -1 }], origins: [] } };
  try {
    await makeDraft(await browser.newContext(open), url);
    const rows = [];
    for (const page of PAGES) {
      say(`measuring ${page}`);
      const answer = await measureAnswer(url + page, cookie);
      const visits = [];
      for (let visit = 0; visit < VISITS; visit++) visits.push(await visitPage(browser, open, url + page));
      rows.push({
        page,
        status: answer.status,
        jsKb: kilobytes(median(visits.map(({ js }) => js))),
        cssKb: kilobytes(median(visits.map(({ css }) => css))),
        htmlKb: kilobytes(median(visits.map(({ html }) => html))),
        answerMs: round(answer.ms),
        lcpMs: Math.round(median(visits.map(({ lcp }) => lcp))),
        cls: round(median(visits.map(({ cls }) => cls)), 4),
      });
    }
    report(rows);
  } finally {
    await browser.close();
  }
}

/** One change, so that Review has a diff to show. */
async function makeDraft(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}/responses`);
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: /^(Disable|Enable)$/ }).click();
  await page.getByText('1 change in your draft').waitFor();
  await context.close();
}

/** Median time to the whole answer, after one request that warms the server up. */
async function measureAnswer(url, { name, value }) {
  const times = [];
  let status = 0;
  for (let request = 0; request <= ANSWERS; request++) {
    const start = performance.now();
    const response = await fetch(url, { headers: { accept: 'text/html', cookie: `${name}=${value}` } });
    await response.arrayBuffer();
    if (request > 0) times.push(performance.now() - start);
    status = response.status;
  }
  return { status, ms: median(times) };
}

/**
 * A first visit with an empty cache: bytes over the wire by kind, what is loaded ahead for later pages included, and what
 * the browser says of its paint. Pages that keep loading ahead never come to rest, so the load event and a pause decide.
 */
async function visitPage(browser, open, url) {
  const context = await browser.newContext({ ...open, viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const bytes = await countBytes(page);
    await page.addInitScript(observePaint);
    await page.goto(url, { waitUntil: 'load' });
    await sleep(SETTLE_MS);
    const { lcp, cls } = await page.evaluate(() => window.ripostePaint);
    return { ...bytes(), lcp, cls };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything else in it. */
function observePaint() {
  const paint = { lcp: 0, cls: 0 };
  window.ripostePaint = paint;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) paint.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) paint.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

async function countBytes(page) {
  const session = await page.context().newCDPSession(page);
  const kinds = new Map();
  const sums = { js: 0, css: 0, html: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = { Script: 'js', Stylesheet: 'css', Document: 'html' }[kinds.get(requestId)];
    if (kind) sums[kind] += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => ({ ...sums });
}

function report(rows) {
  const head = ['page', 'JS kB', 'CSS kB', 'HTML kB', 'answer ms', 'LCP ms', 'CLS', 'misses'];
  const lines = rows.map((row) => [
    row.page + (row.status === 200 ? '' : ` (${row.status})`),
    ...[row.jsKb, row.cssKb, row.htmlKb, row.answerMs, row.lcpMs, row.cls].map(String),
    missed(row).join(', '),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((cells) => cells[column].length)));
  const write = (cells) =>
    console.log(
      cells
        .map((cell, at) => (at === 0 || at === 7 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
        .join('  ')
        .trimEnd(),
    );
  console.log(`${RESPONSES} responses, ${cpus().length} cores, ${process.version}; bytes as sent (gzip), first visit`);
  console.log(`aims: JS ≤ ${AIMS.jsKb} kB, answer ≤ ${AIMS.answerMs} ms, LCP ≤ ${AIMS.lcpMs} ms, CLS ${AIMS.cls}\n`);
  for (const cells of [head, ...lines]) write(cells);
  console.log(JSON.stringify({ responses: RESPONSES, aims: AIMS, pages: rows }));
}

const missed = (row) => Object.keys(AIMS).filter((key) => row[key] > AIMS[key]);
const kilobytes = (bytes) => round(bytes / 1000);
const round = (value, digits = 1) => Number(value.toFixed(digits));

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

bench().catch((error) => {
  say(error instanceof Failure ? error.message : error.stack);
  process.exitCode = 1;
});
