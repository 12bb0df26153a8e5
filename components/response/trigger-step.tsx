'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Callout } from '@/components/ui/callout';
import { FieldError } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';
import { useCatchFocus } from '@/components/ui/use-catch-focus';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import { GroupPicker } from './group-picker';
import { LevelSlider } from './level-slider';
import { MatchedRules } from './matched-rules';
import { PieceNotes } from './piece-notes';
import { writtenGroup } from './preview-xml';
import { RuleChips } from './rule-chips';
import { RulePicker } from './rule-picker';
import { alertsWord } from './rules-word';
import type { StepProps } from './step-props';
import { hasNoTrigger } from './steps';
import { matchesUrl, type RuleMatchesAnswer, useAnswer } from './use-rules';

type LevelAndGroup = Pick<ResponseFormValues, 'level' | 'groups' | 'groupPattern'>;
const NO_LEVEL_OR_GROUP: LevelAndGroup = { level: null, groups: [], groupPattern: null };

/** When it runs: level and group together, or one of some rules. */
export function TriggerStep(props: StepProps) {
  const { values, set, errors, data } = props;
  const { level, groups, groupPattern, ruleIds } = values;
  // A box that is switched off keeps what was in it, in case it is switched on again.
  const [boxes, setBoxes] = useState({ first: true, second: true });
  const kept = useRef<{ first: LevelAndGroup; ruleIds: number[] }>({ first: NO_LEVEL_OR_GROUP, ruleIds: [] });
  const group = writtenGroup(values);
  const trigger = { level, group, ids: ruleIds };
  const { answer, loading } = useAnswer<RuleMatchesAnswer>(data.rules ? matchesUrl(trigger) : null);

  const switchFirst = (on: boolean) => {
    if (!on) kept.current.first = { level, groups, groupPattern };
    set(on ? kept.current.first : NO_LEVEL_OR_GROUP);
    setBoxes({ ...boxes, first: on });
  };
  const switchSecond = (on: boolean) => {
    if (!on) kept.current.ruleIds = ruleIds;
    set({ ruleIds: on ? kept.current.ruleIds : [] });
    setBoxes({ ...boxes, second: on });
  };
  const root = useCatchFocus<HTMLDivElement>({
    selector: '[aria-label^="Remove rule "]',
    fallback: (div) => div.querySelector<HTMLElement>('input[data-field=ruleIds]'),
  });
  const isSet = level !== null || group !== null;
  const past = answer?.past ?? null;
  const byIds = answer ? answer.count - (isSet ? answer.byLevelAndGroup : 0) : 0;
  const firstHits = answer && isSet && <Hits alerts={past?.byLevelAndGroup ?? null} rules={answer.byLevelAndGroup} />;
  const secondHits = answer && ruleIds.length > 0 && (
    <Hits plus={isSet} alerts={past && past.all - (isSet ? past.byLevelAndGroup : 0)} rules={byIds} />
  );
  const unknown = answer?.flagged.filter(({ why }) => why === 'unknown') ?? [];
  const idle = answer?.flagged.filter(({ why }) => why !== 'unknown') ?? [];
  return (
    <div ref={root}>
      <Box
        on={boxes.first}
        onSwitch={switchFirst}
        title="By level and group"
        sub={level !== null && group !== null ? 'both must match' : 'if both are given, both must match'}
        hits={firstHits}
      >
        <div className="p-3.5">
          <Row label="Level at least">
            <LevelSlider
              value={level}
              hasGroup={group !== null}
              onChange={(next) => set({ level: next })}
              rules={data.rules}
              past={past}
              invalid={Boolean(errors.level)}
            />
            {errors.level && <FieldError>{errors.level}</FieldError>}
          </Row>
          <p className="my-3 flex desk:ml-[106px]">
            <span className="rounded-full bg-surface-3 px-[9px] text-11 leading-[18px] font-semibold text-fg-2">
              and
            </span>
          </p>
          <Row label="Group is">
            <GroupPicker {...props} />
            {answer && <PieceNotes pieces={answer.pieces} />}
          </Row>
        </div>
      </Box>
      <p className="relative flex h-[34px] items-center pl-6 before:absolute before:inset-y-0 before:left-10 before:w-px before:bg-line-strong">
        <span className="relative rounded-full bg-ink px-[9px] text-11 leading-[18px] font-semibold text-on-ink">
          or
        </span>
      </p>
      <Box
        on={boxes.second}
        onSwitch={switchSecond}
        title="By rule ID"
        sub="any of these"
        hits={secondHits}
        chips={
          ruleIds.length > 0 && (
            <RuleChips
              ruleIds={ruleIds}
              flagged={answer?.flagged ?? []}
              onRemove={(id) => set({ ruleIds: ruleIds.filter((one) => one !== id) })}
            />
          )
        }
      >
        <RulePicker {...props} />
        {Object.entries(errors)
          .filter(([path]) => path.startsWith('ruleIds'))
          .map(([path, message]) => (
            <div key={path} className="px-3.5 pb-2">
              <FieldError>{message}</FieldError>
            </div>
          ))}
      </Box>
      <div className="mt-4 grid gap-3 empty:hidden">
        {unknown.length > 0 && (
          <Callout title={unknown.length === 1 ? 'No rule with this ID yet' : 'No rules with these IDs yet'}>
            {idsWord(unknown)}: allowed, and it fires once the manager has such a rule.
          </Callout>
        )}
        {idle.length > 0 && (
          <Callout
            tone="amber"
            title={idle.length === 1 ? 'This rule never sets off a response' : 'These rules never set off a response'}
          >
            {idsWord(idle)}: a rule of level 0, or with no_ar, sets off nothing, whoever names it.
          </Callout>
        )}
        {answer && answer.count === 0 && !loading && !hasNoTrigger(values) && answer.flagged.length === 0 && (
          <Callout tone="amber" title="No rule of this manager matches">
            It fires only once there is such a rule. Level and group must match the same rule.
          </Callout>
        )}
        {hasNoTrigger(values) && (
          <Callout tone="amber" title="Nothing sets it off yet">
            Without a level, a group or a rule ID, Wazuh keeps the response and never runs it.
          </Callout>
        )}
        {answer && answer.count > 0 && !hasNoTrigger(values) && <MatchedRules answer={answer} trigger={trigger} />}
      </div>
    </div>
  );
}

const idsWord = (flags: readonly { id: number }[]): string =>
  flags
    .slice(0, 20)
    .map(({ id }) => id)
    .join(', ');

/** "173 alerts, 11 rules" */
function Hits({ alerts, rules, plus = false }: { alerts: number | null; rules: number; plus?: boolean }) {
  const sign = plus ? '+' : '';
  const ruleText = rules === 1 ? 'rule' : 'rules';
  if (alerts === null) {
    return (
      <>
        <b className="font-semibold text-fg">
          {sign}
          {rules.toLocaleString('en-US')}
        </b>{' '}
        {ruleText}
      </>
    );
  }
  const [number, word] = alertsWord(alerts).split(' ');
  return (
    <>
      <b className="font-semibold text-fg">
        {sign}
        {number}
      </b>{' '}
      {word}, {rules.toLocaleString('en-US')} {ruleText}
    </>
  );
}

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex flex-col gap-1.5 desk:flex-row desk:gap-3.5">
    <span className="w-[92px] shrink-0 pt-[3px] font-medium text-fg-2">{label}</span>
    <div className="min-w-0 flex-1">{children}</div>
  </div>
);

type BoxProps = {
  on: boolean;
  onSwitch: (on: boolean) => void;
  title: string;
  sub: string;
  hits: ReactNode;
  chips?: ReactNode;
  children: ReactNode;
};

function Box({ on, onSwitch, title, sub, hits, chips, children }: BoxProps) {
  return (
    <section aria-label={title} className="rounded-panel border border-line-strong">
      <div
        className={`flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1.5 px-3.5 py-1.5 ${on ? 'border-line border-b' : ''}`}
      >
        <Switch checked={on} onChange={(event) => onSwitch(event.target.checked)} className="font-semibold">
          {title}
        </Switch>
        <span className="text-fg-2">{sub}</span>
        {on && chips}
        {on && hits && <span className="ml-auto text-fg-2">{hits}</span>}
      </div>
      {on && children}
    </section>
  );
}
