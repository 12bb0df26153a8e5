/*
 * Owns turning pushed events into an async iterable, in order.
 * One reader; knows nothing about what the events mean.
 */

export type EventQueue<T> = AsyncIterable<T> & { push(event: T): void; close(): void };

/** Events pushed after close are dropped; the iteration ends when all others were read. */
export function createEventQueue<T>(): EventQueue<T> {
  const events: T[] = [];
  let closed = false;
  let wake: () => void = () => undefined;
  return {
    push(event) {
      if (!closed) events.push(event);
      wake();
    },
    close() {
      closed = true;
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const event = events.shift();
        if (event !== undefined) yield event;
        else if (closed) return;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    },
  };
}
