import { TriangleAlert } from 'lucide-react';
import { RemovableChip } from '@/components/ui/chip';
import type { RuleFlag } from './use-rules';

const MOST_CHIPS = 30;

const WHY: Record<RuleFlag['why'], string> = { unknown: 'unknown', 'level-0': 'level 0', 'no-ar': 'no_ar' };

type Props = { ruleIds: readonly number[]; flagged: readonly RuleFlag[]; onRemove: (id: number) => void };

/** The rules that were picked; one that sets nothing off says so. */
export function RuleChips({ ruleIds, flagged, onRemove }: Props) {
  const why = new Map(flagged.map((flag) => [flag.id, flag.why]));
  return (
    <>
      {ruleIds.slice(0, MOST_CHIPS).map((id) => {
        const flag = why.get(id);
        return (
          <RemovableChip
            key={id}
            look={flag ? 'dash' : 'on'}
            icon={flag && <TriangleAlert className="icon-14 text-amber-fg" />}
            count={flag && WHY[flag]}
            removeLabel={`Remove rule ${id}`}
            onRemove={() => onRemove(id)}
          >
            {id}
          </RemovableChip>
        );
      })}
      {ruleIds.length > MOST_CHIPS && <span className="text-fg-2">and {ruleIds.length - MOST_CHIPS} more</span>}
    </>
  );
}
