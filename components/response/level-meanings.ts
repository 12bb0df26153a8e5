/** What rule writers mean by a level (wazuh-facts §9.1), in our words: a title and an example. */
const MEANINGS: Record<number, [title: string, example: string]> = {
  1: ['No meaning of its own.', 'Hardly any rule uses it.'],
  2: ['System notices.', 'Routine messages without security value.'],
  3: ['Things that went well.', 'Logins, allowed connections. Very many alerts.'],
  4: ['Small system errors.', 'Wrong settings, unused devices.'],
  5: ['User errors.', 'Missed passwords, denied actions.'],
  6: ['Attacks of little weight.', 'Worms without effect, noise that scanners make.'],
  7: ['Suspicious words.', 'Messages with words such as “error” that no other rule explains.'],
  8: ['Seen for the first time.', 'A new kind of event, a first login.'],
  9: ['Errors from a wrong source.', 'Logins of unknown users, or from where nobody should.'],
  10: ['Several user errors at once.', 'Repeated bad passwords, brute force.'],
  11: ['Changed files and binaries.', 'Integrity checks that fail; may be a successful attack.'],
  12: ['Important events.', 'Errors of the system or kernel, signs of an attack.'],
  13: ['Unusual errors.', 'Patterns of known attacks, mostly.'],
  14: ['Important security events.', 'Several signs together: an attack.'],
  15: ['Severe attacks.', 'Almost never a false alarm.'],
  16: ['Unused.', 'No rule that ships with Wazuh has it.'],
};

export const levelMeaning = (level: number): { title: string; example: string } => {
  const [title, example] = MEANINGS[level] ?? ['', ''];
  return { title, example };
};
