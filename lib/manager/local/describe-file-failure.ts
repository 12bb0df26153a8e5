/*
 * Owns the words for a file operation that the system refused: errno in, ManagerFailure out.
 * Pure: touches no file and does not know which file matters to whom.
 */
import { userInfo } from 'node:os';
import type { ManagerFailure } from '../manager.ts';

type Subject = {
  /** Kebab-case prefix of the code: "config" gives "config-denied". */
  subject: string;
  /** What was attempted, for people: "read ossec.conf". */
  attempt: string;
  /** What the failure means for the manager, one sentence. */
  consequence: string;
  /** Who tried: shown when rights are missing. */
  user?: string;
};

type Words = { code: string; reason: string; hint: string };

/** The name of the user this process runs as; its number when the system has no name for it. */
export function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

const denied = (user: string): Words => ({
  code: 'denied',
  reason: `Permission denied for user ${user}.`,
  hint: `Add user ${user} to the group that owns the file (usually wazuh), then restart Riposte.`,
});

const reasons: Record<string, Words> = {
  ENOENT: { code: 'missing', reason: 'It does not exist.', hint: 'Check the manager directory Riposte was given.' },
  ENOTDIR: { code: 'missing', reason: 'It does not exist.', hint: 'Check the manager directory Riposte was given.' },
  ELOOP: { code: 'missing', reason: 'Its symbolic link leads in a circle.', hint: 'Repair the symbolic link.' },
  EISDIR: { code: 'not-a-file', reason: 'It is not a regular file.', hint: 'Check the manager directory.' },
  EROFS: {
    code: 'read-only',
    reason: 'The file system is mounted read-only.',
    hint: 'Mount it for writing. A file system that turned read-only by itself often means a failing disk.',
  },
  ENOSPC: { code: 'no-space', reason: 'The disk is full.', hint: 'Free some space on the disk of the manager.' },
  EDQUOT: { code: 'no-space', reason: 'The disk quota is used up.', hint: 'Free some space or raise the quota.' },
  EIO: { code: 'io', reason: 'The disk reported an error.', hint: 'Look at the kernel log: the disk may be failing.' },
  EMFILE: { code: 'too-many-files', reason: 'Too many files are open.', hint: 'Raise the open files limit.' },
  ENFILE: { code: 'too-many-files', reason: 'Too many files are open.', hint: 'Raise the open files limit.' },
  ETXTBSY: { code: 'busy', reason: 'Another program holds it.', hint: 'Try again in a moment.' },
  EBUSY: { code: 'busy', reason: 'Another program holds it.', hint: 'Try again in a moment.' },
};

/** The errno name of a thrown file error ("EACCES"); rethrows what is not a file error: that is a bug. */
export function errnoOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (error instanceof Error && typeof code === 'string') return code;
  throw error;
}

/** "Cannot read ossec.conf. Permission denied for user riposte. The manager is not affected." */
export function describeFileFailure(errno: string, { subject, attempt, consequence, user }: Subject): ManagerFailure {
  const words =
    errno === 'EACCES' || errno === 'EPERM'
      ? denied(user ?? currentUser())
      : (reasons[errno] ?? {
          code: 'failed',
          reason: `The system answered ${errno}.`,
          hint: 'Look at the system log for the cause.',
        });
  return {
    code: `${subject}-${words.code}`,
    message: `Cannot ${attempt}. ${words.reason} ${consequence}`,
    hint: words.hint,
  };
}
