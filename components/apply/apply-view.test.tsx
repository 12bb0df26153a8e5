// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ApplySnapshot } from '@/lib/view/apply';
import type { ApplyActions } from './apply-actions';
import { ApplyView } from './apply-view';
import { madeConfirming, madeOutcome, madeSnapshot, madeStep, madeUndoing, managerLine } from './made-snapshot';

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock('next/navigation', () => ({ useRouter: () => router }));

/** The browser's EventSource, driven by hand. */
class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];
  readonly url: string;
  closed = false;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.opened.push(this);
  }
  close() {
    this.closed = true;
  }
  say(type: string, data: unknown) {
    act(() => {
      this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
    });
  }
}
const source = () => FakeSource.opened.at(-1) as FakeSource;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.opened = [];
  router.push.mockReset();
  router.refresh.mockReset();
  vi.stubGlobal('EventSource', FakeSource);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const show = (snapshot: ApplySnapshot, actions: ApplyActions = { hasDraft: false }) =>
  render(
    <ApplyView
      snapshot={snapshot}
      sub="By root"
      names={{ local: 'root', david: 'David' }}
      logPath="/var/ossec/logs/ossec.log"
      timeZone="UTC"
      actions={actions}
    />,
  );
const pressed = async (name: string) => {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });
};

test('follows an apply from its start to its end', () => {
  show(madeSnapshot());
  expect(source().url).toBe('/apply/7/events?after=0');
  expect(screen.getByRole('timer').textContent).toBe('0:03');
  expect(screen.getByText(/Leaving is safe/)).toBeTruthy();
  source().say('log', [managerLine(1, '2026/11/18 14:33:01 wazuh-analysisd: INFO: Started (pid: 1).')]);
  expect(screen.getByText('analysisd')).toBeTruthy();
  const end = madeSnapshot({ outcome: madeOutcome({}) }, { steps: [madeStep('restart', 'done')] });
  source().say('state', end);
  expect(screen.getByRole('heading', { level: 2, name: 'Running with the new configuration' })).toBeTruthy();
  source().say('ended', {});
  expect(source().closed).toBe(true);
  expect(router.refresh).toHaveBeenCalledOnce();
  expect(document.title).toBe('Applied 1 change · Riposte');
});

test('says when the stream is lost, tries again and goes on after the last line', () => {
  show(madeSnapshot({}, { log: [managerLine(4, 'a')] }));
  act(() => source().onerror?.());
  expect(screen.getByText('Trying again. The server goes on.')).toBeTruthy();
  source().say('log', [managerLine(5, 'b')]);
  act(() => vi.advanceTimersByTime(2000));
  expect(FakeSource.opened.map(({ url }) => url)).toEqual(['/apply/7/events?after=4', '/apply/7/events?after=5']);
  act(() => source().onopen?.());
  expect(screen.queryByText('Trying again. The server goes on.')).toBeNull();
});

test('a finished apply needs no stream', () => {
  show(madeSnapshot({ outcome: madeOutcome({}) }));
  expect(FakeSource.opened).toEqual([]);
  expect(screen.queryByRole('timer')).toBeNull();
});

test('leaving the page closes the stream', () => {
  show(madeSnapshot()).unmount();
  expect(source().closed).toBe(true);
});

test('a failure shows the outcome, then the cause in the words of the manager, then what to do', async () => {
  const revert = vi.fn(async () => ({ status: 'saved', id: 8 }) as const);
  const outcome = madeOutcome({
    result: 'failed',
    message: 'remoted did not start.',
    managerUp: false,
    lines: ['CRITICAL: port'],
  });
  show(madeSnapshot({ outcome }), { hasDraft: true, revert, restart: vi.fn() });
  const words = screen.getByRole('region', { name: 'Outcome' }).textContent ?? '';
  const at = [
    'did not come up fully',
    'remoted did not start',
    'CRITICAL: port',
    'Put the previous file back',
    'Back to the draft',
  ].map((one) => words.indexOf(one));
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(at).not.toContain(-1);
  await pressed('Put the previous file back');
  expect(revert).toHaveBeenCalledWith({ id: 7 });
  expect(router.push).toHaveBeenCalledWith('/apply/8');
});

test('a file written without a restart offers the restart', async () => {
  const restart = vi.fn(async () => ({ status: 'saved', id: 9 }) as const);
  show(madeSnapshot({ restart: false, outcome: madeOutcome({ result: 'saved' }) }), { hasDraft: false, restart });
  await pressed('Restart the manager');
  expect(router.push).toHaveBeenCalledWith('/apply/9');
});

test('what was not written can be reviewed again, and offers nothing to put back', () => {
  show(madeSnapshot({ outcome: madeOutcome({ result: 'not-written' }) }), { hasDraft: true, revert: vi.fn() });
  expect(screen.getByRole('link', { name: 'Review again' }).getAttribute('href')).toBe('/review');
  expect(screen.queryByRole('button', { name: 'Put the previous file back' })).toBeNull();
});

test('the log can be cut down to its problems', () => {
  const log = [
    managerLine(1, '2026/11/18 14:33:01 wazuh-execd: INFO: fine'),
    managerLine(2, '2026/11/18 14:33:01 wazuh-remoted: ERROR: broken'),
  ];
  show(madeSnapshot({}, { log }));
  fireEvent.click(screen.getByRole('button', { name: 'Problems only' }));
  expect(screen.queryByText(/fine/)).toBeNull();
  expect(screen.getByText(/broken/)).toBeTruthy();
});

const decisions = () => ({
  keep: vi.fn(async () => ({ status: 'saved' }) as const),
  revertNow: vi.fn(async () => ({ status: 'saved' }) as const),
});

test('what is written can be taken back while it is on its way', async () => {
  const actions = { hasDraft: false, ...decisions() };
  show(madeSnapshot(), actions);
  await pressed('Revert now');
  expect(actions.revertNow).toHaveBeenCalledWith({ id: 7 });
  source().say('state', madeSnapshot({ decision: 'revert', decidedBy: 'david' }));
  expect(screen.queryByRole('button', { name: 'Revert now' })).toBeNull();
  expect(screen.getByText(/^David pressed Revert now/)).toBeTruthy();
});

test('while it waits, blocks that began since the restart are named', () => {
  const last = [{ command: 'firewall-drop', agent: 'jump-01', target: '203.0.113.41', at: 0 }];
  show(madeConfirming({}, { newBlocks: { count: 1, last } }));
  expect(screen.getByText('1 timed block began')).toBeDefined();
  expect(screen.getByText('firewall-drop on jump-01 against 203.0.113.41')).toBeDefined();
});

test('asks to keep, with the time that is left and what was seen', async () => {
  const actions = { hasDraft: false, ...decisions() };
  const snapshot = madeConfirming();
  show({ ...snapshot, log: [managerLine(1, '2026/11/18 14:33:01 wazuh-execd: INFO: fine')] }, actions);
  expect(document.title).toBe('Keep these changes? · Riposte');
  const panel = screen.getByRole('region', { name: 'Keep or revert' });
  for (const words of [
    'So if a response locks you out, just wait',
    '43 of 44 agents are back',
    '1 line since 14:33:00',
  ]) {
    expect(panel.textContent).toContain(words);
  }
  expect(screen.getByRole('timer').textContent).toBe('1:42');
  act(() => vi.advanceTimersByTime(2000));
  expect(screen.getByRole('timer').textContent).toBe('1:40');
  source().say('state', { ...snapshot, remainingMs: 61_000 });
  act(() => vi.advanceTimersByTime(250));
  expect(screen.getByRole('timer').textContent).toBe('1:01');
  await pressed('Keep changes');
  expect(actions.keep).toHaveBeenCalledWith({ id: 7 });
  source().say('state', madeConfirming({ decision: 'keep', decidedBy: 'david' }));
  expect(screen.getByRole('heading', { name: 'Kept' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Revert now' })).toBeNull();
});

test('the time speaks at 60, 30 and 10 seconds only', () => {
  show({ ...madeConfirming(), remainingMs: 62_000 });
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent ?? '');
  const spoken: number[] = [];
  for (let left = 62; left > 0; left--) {
    if (said().some((text) => text.includes('seconds left'))) spoken.push(left);
    act(() => vi.advanceTimersByTime(1000));
  }
  expect(spoken).toEqual([60, 30, 10]);
});

test('at the end of the time nothing can be pressed, and the way back comes by itself', () => {
  show({ ...madeConfirming(), remainingMs: 1000 }, { hasDraft: false, ...decisions() });
  act(() => vi.advanceTimersByTime(1500));
  expect(screen.getByText(/^The time is up/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Keep changes' })).toBeNull();
  source().say('state', madeUndoing({ reason: madeOutcome({ why: 'not-kept' }) }));
  expect(screen.getByText('Nobody pressed Keep changes within 2 min.')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Reverting 1 change' })).toBeTruthy();
});

test('who may not apply sees the run and no button', () => {
  show(madeConfirming());
  expect(screen.getByText(/^Your role only looks on/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Keep changes|Revert now/ })).toBeNull();
});

test('the log stays reachable while it asks, cut down to new problems', () => {
  const log = [
    managerLine(1, '2026/11/18 14:33:01 wazuh-execd: INFO: fine'),
    managerLine(2, '2026/11/18 14:33:01 wazuh-remoted: ERROR: broken'),
  ];
  show({ ...madeConfirming({}, { newErrors: 1 }), log });
  expect(screen.queryByText(/broken/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show problems' }));
  expect(screen.getByText(/broken/)).toBeTruthy();
  expect(screen.queryByText(/fine/)).toBeNull();
});

test('the log can be opened and closed while it asks', () => {
  show({ ...madeConfirming(), log: [managerLine(1, '2026/11/18 14:33:01 wazuh-execd: INFO: fine')] });
  fireEvent.click(screen.getByRole('button', { name: 'Open log' }));
  expect(screen.getByText(/fine/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Close log' }));
  expect(screen.queryByText(/fine/)).toBeNull();
});

test('a revert says where the changes are and leads back to them', () => {
  const outcome = madeOutcome({ result: 'reverted', why: 'by-hand' });
  show(madeSnapshot({ outcome, decidedBy: 'david' }), { hasDraft: true, isMine: true });
  const words = screen.getByRole('region', { name: 'Outcome' }).textContent;
  expect(words).toContain('David pressed Revert now.');
  expect(words).toContain('The changes are back in your draft.');
  expect(screen.getByRole('link', { name: 'Try again' }).getAttribute('href')).toBe('/review#apply');
  expect(screen.getByRole('link', { name: 'Back to the draft' }).getAttribute('href')).toBe('/review');
});

test('a revert into a draft that was begun meanwhile says that the changes are set aside, not in it', () => {
  const outcome = madeOutcome({ result: 'reverted', why: 'not-kept' });
  show(madeSnapshot({ outcome }), { hasDraft: true, isMine: true, isAside: true });
  const region = screen.getByRole('region', { name: 'Outcome' });
  expect(region.textContent).toContain('The changes are set aside: you had begun another draft.');
  expect(region.textContent).not.toContain('back in');
  expect(screen.getByRole('link', { name: 'Bring them back' }).getAttribute('href')).toBe('/history');
  expect(screen.queryByRole('link', { name: 'Try again' })).toBeNull();
});

test('what somebody else applied is back in their draft', () => {
  const outcome = madeOutcome({ result: 'reverted', why: 'not-kept' });
  show(madeSnapshot({ outcome, person: 'david' }), { hasDraft: true });
  expect(screen.getByText('The changes are back in the draft of David.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Try again' })).toBeNull();
});

test('a failed revert alarms, with commands to copy and another try', async () => {
  const retryRevert = vi.fn(async () => ({ status: 'saved', id: 12 }) as const);
  const manual = ['cp /a /b', 'systemctl restart wazuh-manager'];
  const outcome = madeOutcome({ result: 'revert-failed', message: 'It is broken.', managerUp: false, manual });
  const leaveAsIs = vi.fn(async () => ({ status: 'saved' }) as const);
  show(madeSnapshot({ outcome }), { hasDraft: false, retryRevert, leaveAsIs });
  expect(screen.getByRole('alert').textContent).toContain('The revert failed');
  for (const command of manual) expect(screen.getByText(command)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy all' })).toBeTruthy();
  await pressed('Try again');
  expect(retryRevert).toHaveBeenCalledWith({ id: 7 });
  expect(router.push).toHaveBeenCalledWith('/apply/12');
  await pressed('Leave it as it is');
  expect(leaveAsIs).toHaveBeenCalledWith({ id: 7 });
});

test('an alarm that was put right is loud no more', () => {
  const outcome = madeOutcome({ result: 'revert-failed', managerUp: false, manual: ['cp /a /b'] });
  show(madeSnapshot({ outcome }), { hasDraft: false, isSettled: true, retryRevert: vi.fn() });
  expect(screen.queryByText('cp /a /b')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('a step that somebody stopped is no failure', () => {
  const steps = [madeStep('confirm', 'failed', { text: 'Revert now was pressed.' }), madeStep('put-back', 'done')];
  const reason = madeOutcome({ why: 'by-hand' });
  show(madeSnapshot({ reason, decidedBy: 'david' }, { steps }));
  const list = screen.getByRole('list', { name: 'Steps' });
  expect(list.textContent).toContain('Stopped');
  expect(list.textContent).not.toContain('Failed');
});

test('what somebody else changed meanwhile can be compared', () => {
  const outcome = madeOutcome({ result: 'superseded', message: 'Changed.' });
  show(madeSnapshot({ outcome }), { hasDraft: true, compareHref: '/history/compare?from=3&to=disk' });
  const compare = screen.getByRole('link', { name: 'Compare in History' });
  expect(compare.getAttribute('href')).toBe('/history/compare?from=3&to=disk');
  expect(screen.getByRole('link', { name: 'Review' })).toBeTruthy();
});

test('what the shell says is asked for anew when the question comes', () => {
  show(madeSnapshot());
  expect(router.refresh).not.toHaveBeenCalled();
  source().say('state', madeConfirming());
  expect(router.refresh).toHaveBeenCalledOnce();
});
