// Owns how the run scripts talk: short lines on stderr, so that stdout carries only results. Knows no task.

export function say(line) {
  process.stderr.write(`${line}\n`);
}
