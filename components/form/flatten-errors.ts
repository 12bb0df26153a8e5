import type { FieldErrors } from 'react-hook-form';

/** Messages by dotted path: "newCommand.name", "ruleIds.0". */
export function flattenErrors(errors: FieldErrors, prefix = ''): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(errors)) {
    if (!value || typeof value !== 'object' || key === 'ref') continue;
    const path = prefix === '' ? key : `${prefix}.${key}`;
    const message = (value as { message?: unknown }).message;
    if (typeof message === 'string' && message !== '') flat[path] = message;
    else Object.assign(flat, flattenErrors(value as FieldErrors, path));
  }
  return flat;
}
