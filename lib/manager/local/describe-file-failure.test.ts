import { expect, test } from 'vitest';
import { describeFileFailure, errnoOf } from './describe-file-failure.ts';

const subject = {
  subject: 'config',
  attempt: 'read ossec.conf',
  consequence: 'The manager is not affected.',
  user: 'riposte',
};

test('a refused read names the user and says that the manager is not affected', () => {
  expect(describeFileFailure('EACCES', subject)).toMatchObject({
    code: 'config-denied',
    message: 'Cannot read ossec.conf. Permission denied for user riposte. The manager is not affected.',
  });
});

test.each([
  ['EPERM', 'config-denied'],
  ['ENOENT', 'config-missing'],
  ['ELOOP', 'config-missing'],
  ['EISDIR', 'config-not-a-file'],
  ['EROFS', 'config-read-only'],
  ['ENOSPC', 'config-no-space'],
  ['EDQUOT', 'config-no-space'],
  ['EIO', 'config-io'],
  ['EMFILE', 'config-too-many-files'],
  ['EBUSY', 'config-busy'],
  ['ESOMETHING', 'config-failed'],
])('%s becomes %s, in plain words and with a hint', (errno, code) => {
  const failure = describeFileFailure(errno, subject);
  expect(failure.code).toBe(code);
  expect(failure.message).toMatch(/^Cannot read ossec\.conf\. [A-Z].*\. The manager is not affected\.$/);
  expect(failure.hint).not.toBe('');
});

test('what is not a file error is a bug and stays thrown', () => {
  expect(() => errnoOf(new TypeError('bug'))).toThrow('bug');
});
