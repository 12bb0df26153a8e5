/** The keys that work on every page. Apply, Keep and Delete never sit on a single key. */
export const goTo: Record<string, { href: string; words: string }> = {
  o: { href: '/', words: 'Overview' },
  r: { href: '/responses', words: 'Active responses' },
  c: { href: '/commands', words: 'Commands' },
  e: { href: '/endpoints', words: 'Endpoint scripts' },
  t: { href: '/activity', words: 'Activity' },
  w: { href: '/white-list', words: 'White list' },
  h: { href: '/history', words: 'History' },
  a: { href: '/audit', words: 'Audit log' },
};

export const open: Record<string, { href: string; words: string }> = {
  n: { href: '/responses/new', words: 'New active response' },
  r: { href: '/review', words: 'Review changes' },
};

/** Keys a list of things answers to. Listed only on pages that say `data-keys="list"`. */
export const listKeys: { keys: string[]; words: string }[] = [
  { keys: ['J'], words: 'Next' },
  { keys: ['K'], words: 'Previous' },
  { keys: ['Enter'], words: 'Open' },
  { keys: ['E'], words: 'Edit' },
  { keys: ['D'], words: 'Duplicate' },
  { keys: ['M'], words: 'Show past matches' },
  { keys: ['X'], words: 'Show XML' },
  { keys: ['U'], words: 'Undo in the draft' },
];

/** True when a key press belongs to something else: text, a menu, a dialog, the browser. */
export function isKeyTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector('dialog[open], [role=menu]')) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  const input = target.closest('input, textarea, select');
  if (!input) return false;
  return !(input instanceof HTMLInputElement && ['checkbox', 'radio', 'button', 'submit'].includes(input.type));
}
