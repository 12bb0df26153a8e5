/*
 * Turns what a check says into findings. Responses that are off are passed over: a check that has something to say about
 * those does it by itself.
 */
import type { Check, CommandFacts, Facts, Finding, ResponseFacts, Severity } from '../finding.ts';

/** What a check has to say about one block. `line` only where it is not that of the block. */
export type Said = { severity: Severity; title: string; detail: string; line?: number | null };

export const say = (severity: Severity, title: string, detail: string, line?: number | null): Said => ({
  severity,
  title,
  detail,
  ...(line !== undefined && { line }),
});

type Answer = Said | Said[] | null;

const toList = (answer: Answer): Said[] => (answer === null ? [] : Array.isArray(answer) ? answer : [answer]);

/** A check that looks at each live response by itself. */
export function responseCheck(
  id: string,
  lint: string | null,
  look: (response: ResponseFacts, facts: Facts, index: number) => Answer,
): Check {
  const run = (facts: Facts): Finding[] =>
    facts.responses.flatMap((response, index) =>
      response.off
        ? []
        : toList(look(response, facts, index)).map((said) => ({
            id,
            subject: { kind: 'response' as const, index },
            line: response.line,
            ...said,
          })),
    );
  return { id, lint, run };
}

/** A check that looks at each command by itself. */
export function commandCheck(
  id: string,
  lint: string | null,
  look: (command: CommandFacts, facts: Facts, index: number) => Answer,
): Check {
  const run = (facts: Facts): Finding[] =>
    facts.commands.flatMap((command, index) =>
      toList(look(command, facts, index)).map((said) => ({
        id,
        subject: { kind: 'command' as const, index },
        line: command.line,
        ...said,
      })),
    );
  return { id, lint, run };
}

/** A finding about the file as a whole. */
export const onFile = (id: string, { line = null, ...said }: Said): Finding => ({
  id,
  subject: { kind: 'file' },
  line,
  ...said,
});
