'use client';

import { useState } from 'react';
import { NumberTag } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { daysWord, rulesWord } from './rules-word';
import { matchesUrl, type RuleMatchesAnswer, useAnswer } from './use-rules';

type Props = {
  /** The first page. */
  answer: RuleMatchesAnswer;
  trigger: Parameters<typeof matchesUrl>[0];
};

/** Every rule that sets it off, a page at a time, those with the most alerts first. */
export function MatchedRules({ answer, trigger }: Props) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState({ about: '', page: 0 });
  const about = matchesUrl(trigger);
  const page = asked.about === about ? asked.page : 0;
  const more = useAnswer<RuleMatchesAnswer>(open && page > 0 ? matchesUrl(trigger, page) : null, 0);
  const shown = page === 0 ? answer : (more.answer ?? answer);
  const go = (to: number) => setAsked({ about, page: to });
  return (
    <details
      className="rounded-panel border border-line px-3.5 py-2.5"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="font-strong">{rulesWord(answer.count)} can set it off</summary>
      {open && (
        <>
          <p className="mt-2 flex justify-between text-12 text-fg-3">
            <span>Rule</span>
            {answer.past && <span>Alerts in {daysWord(answer.past.days)}</span>}
          </p>
          <ul className="mt-1 grid gap-1" aria-busy={more.loading}>
            {shown.rules.map((rule) => (
              <li key={rule.id} className="flex items-center gap-2.5">
                <span className="w-[46px] shrink-0 font-semibold">{rule.id}</span>
                <span className="shrink-0">
                  <span className="sr-only">level </span>
                  <NumberTag>{rule.level}</NumberTag>
                </span>
                <span className="min-w-0 flex-1 truncate text-fg-2" title={rule.description}>
                  {rule.description}
                </span>
                {rule.overwrittenIn && (
                  <span className="shrink-0 text-12 text-fg-3">overwritten in {rule.overwrittenIn}</span>
                )}
                {rule.alerts !== null && (
                  <span className="shrink-0 tabular-nums">{rule.alerts.toLocaleString('en-US')}</span>
                )}
              </li>
            ))}
          </ul>
          {answer.pages > 1 && (
            <p className="mt-2 flex items-center gap-2 text-12 text-fg-2">
              <Button size="s" disabled={page === 0} onClick={() => go(page - 1)}>
                Previous
              </Button>
              Page {page + 1} of {answer.pages}
              <Button size="s" disabled={page >= answer.pages - 1} onClick={() => go(page + 1)}>
                Next
              </Button>
            </p>
          )}
        </>
      )}
    </details>
  );
}
