import type { Limits } from '@/lib/auth/roles';

/** What a person may not do although the role would: "Not all, only firewall-drop, mine". Null for nothing. */
export function limitsWords({ noAll, commands }: Limits): string | null {
  const words = [];
  if (noAll) words.push('not every agent (all)');
  if (commands !== null) words.push(commands.length === 0 ? 'no command' : `only ${commands.join(', ')}`);
  const text = words.join('; ');
  return text === '' ? null : text.charAt(0).toUpperCase() + text.slice(1);
}
