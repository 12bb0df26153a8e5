/* The entry that covers one address and no other. */
import { unmapped } from './is-listed.ts';

/** IPv6 is compared as text: without the anchors longer addresses would be covered, too. */
export function entryFor(address: string): string {
  const compared = unmapped(address);
  return compared.includes(':') ? `^${compared}$` : compared;
}
