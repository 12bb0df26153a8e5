'use client';

import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SearchBox } from '@/components/ui/search-box';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { moveInHits } from './move-in-hits';
import { writtenGroup } from './preview-xml';
import type { StepProps } from './step-props';
import { type RuleSearchAnswer, searchUrl, useAnswer } from './use-rules';

// Comes with the first answer.
const FoundRules = lazy(() => import('./found-rules').then((module) => ({ default: module.FoundRules })));

const MAX_ID = 999999999;

/** A plain number, if that is what was typed. */
export function typedRuleId(text: string): number | null {
  const id = /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;
  return id !== null && id >= 1 && id <= MAX_ID ? id : null;
}

/** Search rules by id, words or group; tick the ones that should set it off. A number is taken even if no rule has it. */
export function RulePicker({ values, set, data }: StepProps) {
  const [query, setQuery] = useState('');
  const trigger = { level: values.level, group: writtenGroup(values) };
  const words = query.trim();
  const { answer, loading, failed } = useAnswer<RuleSearchAnswer>(words === '' ? null : searchUrl(words, trigger));
  const id = typedRuleId(words);
  const toggle = (rule: number) => {
    const { ruleIds } = values;
    set({ ruleIds: ruleIds.includes(rule) ? ruleIds.filter((one) => one !== rule) : [...ruleIds, rule] });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (id !== null && !values.ruleIds.includes(id)) {
      toggle(id);
      setQuery('');
    }
  };
  const known = data.rules?.count ?? 0;
  const unknown = id !== null && answer !== null && !loading && !answer.exact;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move the focus between the controls inside.
    <div onKeyDown={moveInHits} className="flex flex-col gap-2 px-3.5 pt-3 pb-2">
      <SearchBox
        label="Find rules by ID, words or group"
        data-field="ruleIds"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={press}
        affix={
          answer && (
            <span className="text-12">{`${answer.total.toLocaleString('en-US')} of ${answer.known.toLocaleString('en-US')} rules`}</span>
          )
        }
      />
      <VisuallyHidden live>{answer && !loading ? `${answer.total} rules found` : ''}</VisuallyHidden>
      {failed && (
        <p className="text-12 text-red-fg">
          The rules cannot be searched right now. A rule ID can still be added: type the number, then press Enter.
        </p>
      )}
      {answer && (
        <Suspense>
          <FoundRules rules={answer.rules} {...{ words, loading, toggle }} ruleIds={values.ruleIds} />
        </Suspense>
      )}
      {(unknown || (id !== null && known === 0)) && (
        <div className="flex flex-wrap items-center gap-2.5 rounded-control bg-surface-3 px-2 py-1.5">
          <b className="font-semibold">{id}</b>
          <span className="text-fg-2">No rule with this ID yet</span>
          <Button
            size="s"
            className="ml-auto"
            disabled={id === null || values.ruleIds.includes(id)}
            onClick={() => id !== null && toggle(id)}
          >
            {id !== null && values.ruleIds.includes(id) ? 'Added' : `Add ${id}`}
          </Button>
        </div>
      )}
      {answer && !loading && answer.rules.length === 0 && id === null && (
        <p className="pb-1.5 text-fg-2">No rule matches “{words}”.</p>
      )}
      {words === '' && (
        <p className="pb-1 text-12 text-fg-3">
          {known > 0
            ? `${known.toLocaleString('en-US')} rules on this manager.`
            : 'The manager’s rules cannot be read. Type a rule ID, then press Enter.'}
        </p>
      )}
    </div>
  );
}
