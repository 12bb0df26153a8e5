/* Which parts of a document are fetched: what read-alert.ts reads, and no more. */

const OF_EVERY_ALERT = ['timestamp', 'id', 'rule', 'agent.id', 'agent.name'];

export const ALERT_FIELDS: readonly string[] = [
  ...OF_EVERY_ALERT,
  'data.srcip',
  'data.dstuser',
  'data.win.eventdata.ipAddress',
  'data.win.eventdata.destinationIp',
];

/** A report carries the alert that caused it, and its own text. */
export const REPORT_FIELDS: readonly string[] = [...OF_EVERY_ALERT, 'data', 'full_log'];
