'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useEffectEvent, useId, useRef, useState, useTransition } from 'react';
import { failureWords } from '@/components/draft/use-action';
import { useWithProof } from '@/components/sign-in/prove-provider';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/view/action-result';
import { DEFAULT_KEEP_SECONDS, KeepTime } from './keep-time';

export type EveryAgent = {
  /** How many agents a response on all agents reaches. */
  count: number;
  /** "8 Linux, 3 Windows, 1 macOS" */
  systems: string;
  /** Which responses. */
  commands: string[];
};

type Input = {
  baseSha256: string;
  newSha256: string;
  restart: boolean;
  note: string;
  /** How long somebody has to keep it; 0 asks nobody. */
  confirmSeconds: number;
};

type Props = {
  baseSha256: string;
  newSha256: string;
  changes: number;
  newWarnings: number;
  everyAgent: EveryAgent | null;
  /** Why nothing can be applied now, whatever is ticked. */
  off: string | null;
  /** Why the manager can't be restarted now. */
  restartOff?: string | null;
  apply: (input: Input) => Promise<ActionResult<{ id: number }>>;
};

type Answer = { tone: 'amber' | 'red'; title: string; text: string };

const UNREACHABLE: Answer = {
  tone: 'red',
  title: 'Riposte did not answer',
  text: 'Check the connection. Look at History before you try again: the apply may have started.',
};

function answerOf(result: Exclude<ActionResult, { status: 'saved' }>): Answer {
  if (result.status === 'conflict' || result.status === 'refused') {
    return { tone: result.status === 'conflict' ? 'amber' : 'red', title: result.message, text: result.hint };
  }
  return { tone: 'red', title: 'Not applied', text: failureWords(result) };
}

/** The decision: why, whether to restart, what has to be confirmed, and the one violet button. */
export function ApplyForm(props: Props) {
  const { baseSha256, newSha256, changes, newWarnings, everyAgent, off, restartOff = null, apply } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const offId = useId();
  const [busy, start] = useTransition();
  const withProof = useWithProof();
  const [note, setNote] = useState('');
  const [restart, setRestart] = useState(true);
  const [keepSeconds, setKeepSeconds] = useState<number | null>(DEFAULT_KEEP_SECONDS);
  const [hasRead, setHasRead] = useState(false);
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [wasOff, setWasOff] = useState(off);
  if (wasOff !== off) {
    setWasOff(off);
    // What kept it from being applied is settled: an old answer would only puzzle.
    if (off === null) setAnswer(null);
  }

  const missing =
    off ??
    (restart ? restartOff : null) ??
    (newWarnings > 0 && !hasRead ? 'Tick that you have read what is new.' : null) ??
    (everyAgent && typed.trim() !== String(everyAgent.count)
      ? `Type ${everyAgent.count}, the number of agents.`
      : null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (missing || busy) return;
    start(async () => {
      try {
        const confirmSeconds = restart ? (keepSeconds ?? 0) : 0;
        const asked = { baseSha256, newSha256, restart, note: note.trim(), confirmSeconds };
        const result = await withProof(() => apply(asked));
        if (result.status === 'saved') return router.push(`/apply/${result.id}`);
        setAnswer(answerOf(result));
        if (result.status === 'conflict') router.refresh();
      } catch {
        setAnswer(UNREACHABLE);
      }
    });
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    // While it is busy there is no submit button.
    const submitter = form.current?.querySelector<HTMLButtonElement>('button[type=submit]');
    if (submitter) form.current?.requestSubmit(submitter);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const what = changes === 1 ? '1 change' : `${changes} changes`;
  return (
    <form ref={form} id="apply" onSubmit={submit} className="flex flex-col gap-3 border-line border-t px-5 py-4">
      <Field
        label={
          <>
            Why this change <span className="font-normal text-fg-3">kept in history</span>
          </>
        }
      >
        {(control) => (
          <TextArea
            {...control}
            className="min-h-[84px]"
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Checkbox
        checked={restart}
        onChange={(event) => setRestart(event.target.checked)}
        hint="Without it, all of this waits for the next restart."
      >
        Restart the manager now
      </Checkbox>
      {restart && <KeepTime seconds={keepSeconds} onChange={setKeepSeconds} />}
      {newWarnings > 0 && (
        <Checkbox checked={hasRead} onChange={(event) => setHasRead(event.target.checked)}>
          {newWarnings === 1 ? 'I have read the new warning' : `I have read the ${newWarnings} new warnings`}
        </Checkbox>
      )}
      {everyAgent && (
        <Field
          label={`Type ${everyAgent.count} to run on every agent`}
          hint={`${everyAgent.commands.join(', ')} will run on all ${everyAgent.count} agents${everyAgent.systems ? `: ${everyAgent.systems}` : ''}.`}
        >
          {(control) => (
            <TextInput
              {...control}
              size="s"
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
      {answer && (
        <Callout tone={answer.tone} title={answer.title} role="alert">
          {answer.text}
        </Callout>
      )}
      <Button
        type="submit"
        variant="draft"
        size="l"
        block
        busy={busy}
        disabled={missing !== null}
        aria-describedby={offId}
        aria-keyshortcuts="Control+Enter"
        className="mt-1"
      >
        Apply {what}
      </Button>
      <p id={offId} className="text-center text-12 text-fg-3">
        {missing ?? (
          <>
            {restart
              ? 'Keeps a copy first. Reverts by itself if the manager fails.'
              : 'Keeps a copy first. Nothing restarts.'}{' '}
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
          </>
        )}
      </p>
    </form>
  );
}
