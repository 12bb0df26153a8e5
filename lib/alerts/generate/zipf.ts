/*
 * Draws numbers in Zipf proportions, as rules and attackers come: few of them nearly always. Pure; randomness is given.
 */

/** A function that draws from 0 to count - 1, the lower the likelier; `random` gives numbers from 0 to below 1. */
export function zipf(count: number, { exponent, random }: { exponent: number; random: () => number }): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + 1) ** exponent;
    sums[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
