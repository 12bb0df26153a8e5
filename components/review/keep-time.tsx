import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';

const TIMES = [
  { value: '30', label: '30 s' },
  { value: '60', label: '1 min' },
  { value: '120', label: '2 min' },
  { value: '300', label: '5 min' },
  { value: '600', label: '10 min' },
];

export const DEFAULT_KEEP_SECONDS = 120;

type Props = {
  /** Null: nobody is asked. */
  seconds: number | null;
  onChange: (seconds: number | null) => void;
};

/** Whether somebody has to keep the change, and within which time. */
export function KeepTime({ seconds, onChange }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1.5">
      <Checkbox
        checked={seconds !== null}
        onChange={(event) => onChange(event.target.checked ? DEFAULT_KEEP_SECONDS : null)}
      >
        Undo unless I press Keep within
      </Checkbox>
      <span className="w-[86px]">
        <Select
          aria-label="Time to press Keep"
          options={TIMES}
          disabled={seconds === null}
          value={String(seconds ?? DEFAULT_KEEP_SECONDS)}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      </span>
    </div>
  );
}
