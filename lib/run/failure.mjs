// Owns the one error the run scripts throw on purpose: a plain sentence for the person at the terminal and an exit
// code. Anything else that is thrown is a bug and shows its stack.

export class Failure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
