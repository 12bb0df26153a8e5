/*
 * Owns cutting a stream of bytes into lines of text: lenient UTF-8, bounded length.
 * Knows nothing about where the bytes come from.
 */

const newline = 0x0a;

export type LineSplitter = { add(chunk: Uint8Array): void; end(): void };

/** Calls `onLine` for each whole line, without its line end. Longer lines are cut at `maxLineBytes`. */
export function splitLines(onLine: (line: string) => void, maxLineBytes = 4096): LineSplitter {
  let carried = new Uint8Array(0);
  const emit = (bytes: Uint8Array) => {
    const line = new TextDecoder().decode(bytes.subarray(0, maxLineBytes));
    onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  };
  return {
    add(chunk) {
      let from = 0;
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        emit(join(carried, chunk.subarray(from, at)));
        carried = new Uint8Array(0);
        from = at + 1;
      }
      // One byte more than the bound is enough to know that the line is too long.
      carried = join(carried, chunk.subarray(from)).slice(0, maxLineBytes + 1);
    },
    end() {
      if (carried.length > 0) emit(carried);
      carried = new Uint8Array(0);
    },
  };
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
