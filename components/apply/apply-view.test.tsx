// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ApplySnapshot } from '@/lib/view/apply';
import { ApplyView } from './apply-view';
import { madeOutcome, madeSnapshot, madeStep, managerLine } from './made-snapshot';
import type { OutcomeActions } from './outcome-panel';

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

const show = (snapshot: ApplySnapshot, actions: OutcomeActions = { hasDraft: false }) =>
  render(
    <ApplyView
      snapshot={snapshot}
      sub="By root"
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
  expect(screen.getByText(/You can leave this page/)).toBeTruthy();
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
