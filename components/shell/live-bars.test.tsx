// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ToastProvider } from '@/components/ui/toast';
import type { ShellApply, ShellState } from '@/lib/view/shell-state';
import { type ApplyControls, LiveBars } from './live-bars';
import { nextPollMs } from './use-shell-state';

const nav = vi.hoisted(() => ({ path: '/', refresh: vi.fn(), push: vi.fn() }));
vi.mock('next/navigation', () => ({
  useRouter: () => ({ refresh: nav.refresh, push: nav.push }),
  usePathname: () => nav.path,
}));

const calm: ShellState = {
  ...{ running: null, alarm: null, managerUp: true, clock: '14:02' },
  fingerprints: { person: 'd', file: 'a', loaded: 'a', draft: null, apply: null, revision: '1' },
};
const waiting: ShellApply = {
  ...{ id: 7, kind: 'apply', person: 'd', phase: 'confirming', remainingMs: 102_000, confirmSeconds: 120 },
  ...{ who: 'David', changes: 3, comesBack: 41, decision: null },
};
const withApply = (over: Partial<ShellApply> = {}): ShellState => ({ ...calm, running: { ...waiting, ...over } });

let now = 0;
/** What the server says: the state, or what it is by then. */
let answer: ShellState | (() => ShellState) | 'signed-out' | null;
let asked = 0;
beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
  asked = 0;
  answer = calm;
  nav.path = '/';
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    if (!answer) throw new TypeError('Failed to fetch');
    if (answer === 'signed-out') return new Response('Sign in first.', { status: 401 });
    return Response.json(typeof answer === 'function' ? answer() : answer);
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  nav.refresh.mockClear();
  nav.push.mockClear();
});

const bars = (rendered: ShellState, controls: ApplyControls = {}) => (
  <ToastProvider>
    <LiveBars rendered={rendered} controls={controls} />
    <input aria-label="Typed" defaultValue="" />
  </ToastProvider>
);
/** Both clocks go on. */
async function pass(ms: number) {
  for (let gone = 0; gone < ms; gone += 250) {
    now += 250;
    await act(() => vi.advanceTimersByTimeAsync(250));
  }
}
const show = (rendered: ShellState, controls?: ApplyControls) => {
  answer = rendered;
  return render(bars(rendered, controls));
};
const bar = () => screen.queryByRole('complementary', { name: 'Keep or revert' });

it('nothing is said while nothing is under way', async () => {
  const { container } = show(calm);
  await pass(5_000);
  expect(container.textContent).toBe('');
  expect(nav.refresh).not.toHaveBeenCalled();
});

it('an apply that waits says who, what, how long, and what comes back', () => {
  show(withApply());
  expect(bar()?.textContent).toBe(
    'David applied 3 changes. 1:42 left to keep them, else revision 41 comes back. See what it did',
  );
  expect(screen.getByRole('link', { name: 'See what it did' }).getAttribute('href')).toBe('/apply/7');
});

it.each([
  [{ changes: 1, comesBack: null }, 'David applied 1 change. 1:42 left to keep it, else the previous file comes back.'],
  [
    { kind: 'revert', changes: 2 },
    'David put an older version back. 1:42 left to keep it, else revision 41 comes back.',
  ],
  [
    { kind: 'restart', changes: 0 },
    'David restarted the manager with a changed file. 1:42 left to keep it, else revision 41 comes back.',
  ],
] as const)('its words follow what it is: %j', (over, words) => {
  show(withApply(over));
  expect(bar()?.textContent).toContain(words);
});

it('counts down on its own, takes the rest from the server, and speaks at 60, 30 and 10 only', async () => {
  show(withApply({ remainingMs: 62_000 }));
  const spoken: string[] = [];
  answer = () => withApply({ remainingMs: 62_000 - now });
  for (let second = 0; second < 62; second++) {
    await pass(1_000);
    const words = bar()?.querySelector('[role=status]')?.textContent;
    if (words && words !== spoken.at(-1)) spoken.push(words);
    if (second === 10) expect(screen.getByRole('timer').textContent).toBe('0:51');
  }
  expect(spoken).toEqual(['60', '30', '10'].map((left) => `${left} seconds left to keep the changes`));
  expect(bar()?.textContent).toContain('The time is up: Riposte puts the previous file back.');
  expect(screen.queryByRole('timer')).toBeNull();
});

it('keep and revert name the apply, and the page asks at once what came of it', async () => {
  const keep = vi.fn(async () => ({ status: 'saved' }) as const);
  const revert = vi.fn(async () => ({ status: 'saved' }) as const);
  show(withApply(), { keep, revert });
  await pass(250);
  answer = calm;
  const before = asked;
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Keep changes' })));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(keep).toHaveBeenCalledWith({ id: 7 });
  expect(revert).not.toHaveBeenCalled();
  expect(asked).toBe(before + 1);
  expect(bar()).toBeNull();
});

it('who may not apply sees the time and no buttons', () => {
  show(withApply());
  expect(screen.queryByRole('button')).toBeNull();
});

it('its own page has a larger countdown, so the bar stays away there and only there', () => {
  nav.path = '/apply/7';
  show(withApply());
  expect(bar()).toBeNull();
  cleanup();
  nav.path = '/apply/77';
  show(withApply());
  expect(bar()).not.toBeNull();
});

it.each([
  [{ phase: 'applying' }, 'An apply is running: David applies 3 changes.'],
  [{ phase: 'applying', kind: 'restart' }, 'An apply is running: David restarts the manager.'],
  [{ phase: 'undoing' }, 'Riposte puts the previous configuration back.'],
  [{ decision: 'keep' }, 'Kept. Riposte finishes the apply.'],
] as const)('without a question it is a quiet line: %j', (over, words) => {
  show(withApply(over));
  expect(bar()).toBeNull();
  expect(screen.getByText(words, { exact: false }).textContent).toContain('Watch it');
});

it('an alarm is loud, with what to do by hand, and can be tried again', async () => {
  const retry = vi.fn(async () => ({ status: 'saved', id: 9 }) as const);
  const alarm = { applyId: 7, message: 'The manager does not start.', manual: ['cp a b', 'systemctl restart x'] };
  show({ ...calm, alarm }, { retry });
  expect(screen.getByRole('alert').textContent).toBe(
    'Going back failed. The manager needs you. The manager does not start.',
  );
  expect([...document.querySelectorAll('ol code')].map((code) => code.textContent)).toEqual(alarm.manual);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
  expect(retry).toHaveBeenCalledWith({ id: 7 });
  expect(nav.push).toHaveBeenCalledWith('/apply/9');
});

it('the page is renewed once when the file changed, and nothing typed or focused is touched', async () => {
  show(calm);
  const box = screen.getByLabelText<HTMLInputElement>('Typed');
  fireEvent.change(box, { target: { value: 'half a word' } });
  box.focus();
  answer = { ...calm, fingerprints: { ...calm.fingerprints, file: 'b' } };
  await pass(10_000);
  expect(nav.refresh).toHaveBeenCalledTimes(1);
  expect([box.value, document.activeElement]).toEqual(['half a word', box]);
});

it('a manager that went down is news', async () => {
  show(calm);
  answer = { ...calm, managerUp: false };
  await pass(6_000);
  expect(nav.refresh).toHaveBeenCalledTimes(1);
});

it('what a render brought is not news', async () => {
  const { rerender } = show(calm);
  const next = { ...calm, fingerprints: { ...calm.fingerprints, draft: 'mine' } };
  answer = next;
  rerender(bars(next));
  await pass(5_000);
  expect(nav.refresh).not.toHaveBeenCalled();
});

it('a countdown that begins elsewhere appears by itself', async () => {
  show(calm);
  answer = withApply();
  await pass(2_000);
  expect(bar()).not.toBeNull();
});

it('one lost answer is no news, two are told with the time of what is shown, and an answer ends it', async () => {
  show(calm);
  await pass(2_000);
  answer = null;
  await pass(2_000);
  expect(screen.queryByText(/not reachable/)).toBeNull();
  await pass(4_000);
  expect(screen.getByText('Riposte is not reachable. Showing what was known at 14:02.')).toBeTruthy();
  answer = calm;
  await pass(8_000);
  expect(screen.queryByText(/not reachable/)).toBeNull();
});

it('a session that has ended is told with the way back, and nothing typed or shown is touched', async () => {
  show(calm);
  const box = screen.getByLabelText<HTMLInputElement>('Typed');
  fireEvent.change(box, { target: { value: 'half a word' } });
  answer = 'signed-out';
  await pass(8_000);
  const line = screen.getByText('You were signed out. What you typed stays here.', { exact: false });
  expect(line.querySelector('a')?.getAttribute('href')).toBe('/sign-in');
  expect(line.querySelector('a')?.getAttribute('target')).toBe('_blank');
  expect([box.value, nav.refresh.mock.calls.length]).toEqual(['half a word', 0]);
  answer = calm;
  await pass(4_000);
  expect(screen.queryByText('You were signed out.', { exact: false })).toBeNull();
});

it('somebody else who signed in sees their own page', async () => {
  show(calm);
  answer = { ...calm, fingerprints: { ...calm.fingerprints, person: 'somebody else' } };
  await pass(4_000);
  expect(nav.refresh).toHaveBeenCalledTimes(1);
});

it('a page that is not seen does not ask, and asks at once when it is seen again', async () => {
  show(calm);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(10_000);
  expect(asked).toBe(0);
  hidden.mockReturnValue(false);
  await act(async () => document.dispatchEvent(new Event('visibilitychange')));
  expect(asked).toBe(1);
});

it('asks every two seconds, every second during a countdown, and less and less when nobody answers', () => {
  expect([nextPollMs(false, 0), nextPollMs(true, 0)]).toEqual([2_000, 1_000]);
  expect([1, 2, 3, 4, 20].map((missed) => nextPollMs(false, missed))).toEqual([4_000, 8_000, 16_000, 30_000, 30_000]);
});
