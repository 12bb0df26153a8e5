const counted = (one: string, many: string) => (count: number) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const rulesWord = counted('rule', 'rules');
export const alertsWord = counted('alert', 'alerts');

/** "24 hours", "30 days" */
export const daysWord = (days: number): string => (days === 1 ? '24 hours' : `${days} days`);
