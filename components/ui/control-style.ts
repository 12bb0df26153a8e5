/** The frame shared by text inputs, text areas and selects. */
export const controlFrame =
  'w-full rounded-control border border-control bg-surface text-fg in-[dialog]:bg-overlay aria-invalid:border-red-solid disabled:border-line disabled:bg-surface-2 disabled:text-fg-3';

/** Focus drawn on the frame itself, hugging the edge. */
export const controlFocus = 'focus-visible:border-focus focus-visible:outline-offset-[-1px]';
