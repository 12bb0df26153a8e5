/* A unified diff of two decoded texts, as `patch` takes it; empty when they are equal. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

export function unifiedDiff(nameBefore: string, nameAfter: string, before: string, after: string): string {
  if (before === after) return '';
  const options = { headerOptions: FILE_HEADERS_ONLY, context: 3 };
  return createTwoFilesPatch(nameBefore, nameAfter, before, after, undefined, undefined, options);
}
