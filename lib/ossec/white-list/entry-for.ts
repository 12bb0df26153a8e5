/* The entry that covers one address and no other. */

/** IPv6 is compared as text: without the anchors longer addresses would be covered, too. */
export const entryFor = (address: string): string => (address.includes(':') ? `^${address}$` : address);
