const FOCUSABLE =
  'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled), a[href]';

/** The control of a field: the element marked `data-field`, or the first control inside it. */
function controlOf(form: HTMLElement, path: string): HTMLElement | null {
  // An item of a list has no element of its own: "ruleIds.3" is "ruleIds".
  for (let name = path; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const field = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    if (field) return field.matches(FOCUSABLE) ? field : field.querySelector<HTMLElement>(`:checked, ${FOCUSABLE}`);
  }
  return null;
}

/** Brings one field into view and gives it the focus. */
export function focusField(form: HTMLElement, path: string): boolean {
  const control = controlOf(form, path);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
  return control !== null;
}

/** The first of the fields as they stand on the page; where none is there, the summary. */
export function focusFirst(form: HTMLElement, paths: readonly string[]): void {
  const controls = paths.flatMap((path) => controlOf(form, path) ?? []);
  const [first] = controls.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const target = first ?? form.querySelector<HTMLElement>('[data-error-summary]');
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
