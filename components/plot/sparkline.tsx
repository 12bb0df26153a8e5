import { max } from 'd3-array';

type Props = {
  /** The oldest first; the last one is not over and stands out. */
  values: readonly number[];
};

const HEIGHT = 22;

/** A few bars without a scale: the number has to stand beside it, also for those who listen. */
export function Sparkline({ values }: Props) {
  const top = Math.max(1, max(values) ?? 1);
  const width = 10;
  return (
    <svg
      aria-hidden="true"
      width={values.length * width - 2}
      height={HEIGHT}
      className="inline-block shrink-0 align-middle forced-color-adjust-none"
    >
      {values.map((value, at) => {
        const height = value === 0 ? 1 : Math.max(2, (value / top) * HEIGHT);
        const look = value === 0 ? 'fill-line-strong' : at === values.length - 1 ? 'fill-plot-1' : 'fill-spark';
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
            key={at}
            x={at * width}
            y={HEIGHT - height}
            width={width - 2}
            height={height}
            className={look}
          />
        );
      })}
    </svg>
  );
}
