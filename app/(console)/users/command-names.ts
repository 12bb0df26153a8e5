import 'server-only';
import { onDiskOf } from '@/lib/workflow/workspace';
import type { Page } from '../../load-page';

/** The commands that limits can name: those of the file. */
export function commandNames(page: Page): string[] {
  const config = page.ok ? onDiskOf(page.workspace) : null;
  return [...new Set((config?.model.commands ?? []).flatMap(({ name }) => name ?? []))].sort();
}
