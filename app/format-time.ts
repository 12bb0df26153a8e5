/* Times for people, in the server's zone: the manager's log is in that zone, too. 24 h clock. */

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** "14:28" */
export const formatTime = (at: number): string => time.format(at);

/** ":07", to put behind a time where the order within a minute matters. */
export const formatSeconds = (at: number): string => `:${String(new Date(at).getSeconds()).padStart(2, '0')}`;

const dayOf = (at: number): string => new Date(at).toDateString();

/** "today 14:28", "yesterday 16:41", "Sat 14 Nov, 09:12" */
export function formatDay(at: number, now = Date.now()): string {
  if (dayOf(at) === dayOf(now)) return `today ${formatTime(at)}`;
  if (dayOf(at) === dayOf(now - 86_400_000)) return `yesterday ${formatTime(at)}`;
  return dayAndTime.format(at);
}

/** "21 h 51 min", "3 d 4 h", "12 s" */
export function formatSpan(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min` : `${seconds} s`;
}

const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "until 31 Dec 2026", "expired today", "expired 3 days ago": `at` is the end of the last day. */
export function expiryWords(at: number, now = Date.now()): string {
  if (at > now) return `until ${dayOfYear.format(at)}`;
  const days = Math.floor((now - at) / 86_400_000);
  if (days === 0) return 'expired today';
  return days === 1 ? 'expired yesterday' : `expired ${days} days ago`;
}
