import { requirePerson } from '@/app/require-person';
import { personOfSession } from '@/lib/auth/person';
import { openDatabase } from '@/lib/state/database';
import { loadSnapshot } from '@/lib/workflow/apply/load-snapshot';

export const dynamic = 'force-dynamic';

const POLL_MS = 250;
/** Who is signed out elsewhere sees no more of it. */
const SESSION_CHECK_MS = 2_000;
const HEARTBEAT_MS = 15_000;

/** Open streams would keep a stopping server alive. */
const shared = globalThis as { riposteStreams?: Set<() => void> };
function openStreams(): Set<() => void> {
  if (!shared.riposteStreams) {
    const streams = new Set<() => void>();
    const closeAll = () => {
      for (const close of streams) close();
    };
    process.once('SIGTERM', closeAll);
    process.once('SIGINT', closeAll);
    shared.riposteStreams = streams;
  }
  return shared.riposteStreams;
}

type Props = { params: Promise<{ id: string }> };

/**
 * An apply as server-sent events: `state` whenever a step or the outcome changed, `log` with new lines (its id is the last
 * line's number, so that a lost connection goes on from there), `ended` at the end.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const person = await requirePerson('view');
  if (person instanceof Response) return person;
  const { id } = await params;
  const database = openDatabase();
  if (!/^[1-9]\d{0,15}$/.test(id) || !loadSnapshot(database, Number(id))) {
    return new Response('There is no apply with this number.\n', { status: 404 });
  }
  const after = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
  const from = /^\d{1,15}$/.test(after ?? '') ? Number(after) : 0;
  const reader = { session: person.session.publicId, signal: request.signal };
  return new Response(streamOf(Number(id), from, reader), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

type Reader = { session: string; signal: AbortSignal };

function streamOf(id: number, after: number, { session, signal }: Reader): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const database = openDatabase();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let seq = after;
      let lastState = '';
      let saidAt = Date.now();
      let checkedAt = Date.now();
      let isOpen = true;
      const send = (text: string) => {
        if (!isOpen) return;
        saidAt = Date.now();
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          stop();
        }
      };
      stop = () => {
        if (!isOpen) return;
        isOpen = false;
        clearInterval(timer);
        openStreams().delete(stop);
        signal.removeEventListener('abort', stop);
        try {
          controller.close();
        } catch {
          // The reader is gone, and has closed it.
        }
      };
      const mayRead = () => {
        if (Date.now() - checkedAt < SESSION_CHECK_MS) return true;
        checkedAt = Date.now();
        return personOfSession(database, session)?.permissions.includes('view') ?? false;
      };
      const look = () => {
        if (!mayRead()) return stop();
        const snapshot = loadSnapshot(database, id, seq);
        if (!snapshot) return stop();
        const { log, now, remainingMs, ...state } = snapshot;
        const text = JSON.stringify(state);
        const isSilent = Date.now() - saidAt > HEARTBEAT_MS;
        // Time alone is no news: the page counts it down. Said again now and then, it corrects a browser that was asleep.
        if (text !== lastState || (isSilent && remainingMs !== null)) {
          send(`event: state\ndata: ${JSON.stringify({ ...state, remainingMs, now })}\n\n`);
        }
        lastState = text;
        const last = log.at(-1);
        if (last) {
          seq = last.seq;
          send(`id: ${seq}\nevent: log\ndata: ${JSON.stringify(log)}\n\n`);
        } else if (state.apply.state === 'finished') {
          send('event: ended\ndata: {}\n\n');
          stop();
        } else if (Date.now() - saidAt > HEARTBEAT_MS) send(': still here\n\n');
      };
      const timer = setInterval(look, POLL_MS);
      openStreams().add(stop);
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      else look();
    },
    cancel: () => stop(),
  });
}
