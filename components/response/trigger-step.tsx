'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Callout } from '@/components/ui/callout';
import { RemovableChip } from '@/components/ui/chip';
import { FieldError } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import { GroupPicker } from './group-picker';
import { LevelSlider } from './level-slider';
import { writtenGroup } from './preview-xml';
import { RulePicker } from './rule-picker';
import { rulesWord } from './rules-word';
import type { StepProps } from './step-props';
import { hasNoTrigger } from './steps';
import { matchesUrl, type RuleMatchesAnswer, useAnswer } from './use-rules';

const MOST_CHIPS = 30;

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
  const { answer, loading } = useAnswer<RuleMatchesAnswer>(
    data.rules ? matchesUrl({ level, group, ids: ruleIds }) : null,
  );

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
  const isSet = level !== null || group !== null;
  const firstHits = answer && isSet && (
    <>
      <b className="font-semibold text-fg">{answer.byLevelAndGroup.toLocaleString('en-US')}</b>{' '}
      {answer.byLevelAndGroup === 1 ? 'rule' : 'rules'}
    </>
  );
  const secondHits = answer && ruleIds.length > 0 && (
    <>
      <b className="font-semibold text-fg">+{answer.count - (isSet ? answer.byLevelAndGroup : 0)}</b>{' '}
      {answer.count - (isSet ? answer.byLevelAndGroup : 0) === 1 ? 'rule' : 'rules'}
    </>
  );
  return (
    <div>
      <Box
        on={boxes.first}
        onSwitch={switchFirst}
        title="By level and group"
        sub={level !== null && group !== null ? 'both must match' : 'if both are given, both must match'}
        hits={firstHits}
        dim={loading}
      >
        <div className="p-3.5">
          <Row label="Level at least">
            <LevelSlider
              value={level}
              onChange={(next) => set({ level: next })}
              rules={data.rules}
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
        dim={loading}
        chips={
          ruleIds.length > 0 && (
            <>
              {ruleIds.slice(0, MOST_CHIPS).map((id) => (
                <RemovableChip
                  key={id}
                  removeLabel={`Remove rule ${id}`}
                  onRemove={() => set({ ruleIds: ruleIds.filter((one) => one !== id) })}
                >
                  {id}
                </RemovableChip>
              ))}
              {ruleIds.length > MOST_CHIPS && <span className="text-fg-2">and {ruleIds.length - MOST_CHIPS} more</span>}
            </>
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
        {answer && answer.unknownIds.length > 0 && (
          <Callout title={answer.unknownIds.length === 1 ? 'No rule with this ID yet' : 'No rules with these IDs yet'}>
            {answer.unknownIds.slice(0, 20).join(', ')}: allowed, and it fires once the manager has such a rule.
          </Callout>
        )}
        {answer && answer.count === 0 && !loading && !hasNoTrigger(values) && answer.unknownIds.length === 0 && (
          <Callout tone="amber" title="No rule of this manager matches">
            It fires only once there is such a rule. Level and group must match the same rule.
          </Callout>
        )}
        {hasNoTrigger(values) && (
          <Callout tone="amber" title="Nothing sets it off yet">
            Without a level, a group or a rule ID, Wazuh keeps the response and never runs it.
          </Callout>
        )}
        {answer && answer.count > 0 && !hasNoTrigger(values) && <Matches answer={answer} />}
      </div>
    </div>
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
  dim: boolean;
  chips?: ReactNode;
  children: ReactNode;
};

function Box({ on, onSwitch, title, sub, hits, dim, chips, children }: BoxProps) {
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
        {on && hits && <span className={`ml-auto text-fg-2 ${dim ? 'opacity-60' : ''}`}>{hits}</span>}
      </div>
      {on && children}
    </section>
  );
}

/** Some of the rules that set it off, so that one sees what was said. */
function Matches({ answer }: { answer: RuleMatchesAnswer }) {
  return (
    <details className="rounded-panel border border-line px-3.5 py-2.5">
      <summary className="font-strong">{rulesWord(answer.count)} can set it off</summary>
      <ul className="mt-2 grid gap-1">
        {answer.sample.map((rule) => (
          <li key={rule.id} className="flex gap-2.5">
            <span className="w-[46px] shrink-0 font-semibold">{rule.id}</span>
            <span className="w-12 shrink-0 text-fg-3">level {rule.level}</span>
            <span className="min-w-0 truncate text-fg-2">{rule.description}</span>
          </li>
        ))}
      </ul>
      {answer.count > answer.sample.length && (
        <p className="mt-1 text-fg-3">and {(answer.count - answer.sample.length).toLocaleString('en-US')} more</p>
      )}
    </details>
  );
}
