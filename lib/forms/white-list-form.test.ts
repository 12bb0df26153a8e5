import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsFor } from '../ossec/fixtures/law.ts';
import { emptyRoot } from '../ossec/fixtures/sample-configs.ts';
import { parseConfigText, planChanges } from '../ossec/index.ts';
import { describeEntry } from '../ossec/white-list/describe-entry.ts';
import { whiteListFormSchema } from './form-schemas.ts';
import {
  dateOf,
  ENTRY_KINDS,
  emptyWhiteListForm,
  entryOf,
  expiryOf,
  PATTERN_PLACES,
  type WhiteListFormValues,
  whiteListProblems,
} from './white-list-form.ts';

const form = (change: Partial<WhiteListFormValues>): WhiteListFormValues => ({ ...emptyWhiteListForm, ...change });
const problemOf = (change: Partial<WhiteListFormValues>) => Object.values(whiteListProblems(form(change)))[0];

it.each<[Partial<WhiteListFormValues>, string]>([
  [{ address: ' 10.0.0.1 ' }, '10.0.0.1'],
  [{ address: '2001:db8::1' }, '^2001:db8::1$'],
  [{ kind: 'network', network: '10.0.0.0/8' }, '10.0.0.0/8'],
  [{ kind: 'network', network: '10.0.0.0/255.0.0.0' }, '10.0.0.0/255.0.0.0'],
  [{ kind: 'pattern', text: '10.20.' }, '^10.20.'],
  [{ kind: 'pattern', place: 'exact', text: 'scanner.example.org' }, '^scanner.example.org$'],
  [{ kind: 'pattern', place: 'end', text: '.example.org' }, '.example.org$'],
  [{ kind: 'pattern', place: 'anywhere', text: 'scanner' }, 'scanner'],
])('%j stands for %s', (change, entry) => {
  expect(problemOf(change)).toBeUndefined();
  expect(entryOf(form(change))).toBe(entry);
});

const TOO_BROAD = 'This covers half of all IPv4 addresses or more: hardly a response would ever run.';

it.each<[Partial<WhiteListFormValues>, string]>([
  [{}, 'Enter an address.'],
  [{ address: '10.0.0.256' }, '10.0.0.256 is not an IPv4 or IPv6 address.'],
  [{ address: '010.0.0.1' }, '010.0.0.1 is not an IPv4 or IPv6 address.'],
  [{ address: '2001:db8:::1' }, '2001:db8:::1 is not an IPv4 or IPv6 address.'],
  [{ address: '::ffff:10.0.0.1' }, 'Wazuh takes ::ffff: off before it compares. Enter 10.0.0.1.'],
  [{ address: '10.0.0.0/8' }, 'This is a network. Choose Network above.'],
  [{ kind: 'network', network: '10.0.0.0' }, 'Write the size behind a slash, as in 192.0.2.0/24.'],
  [{ kind: 'network', network: '10.0.0.0/33' }, 'Write an IPv4 network like 192.0.2.0/24.'],
  [{ kind: 'network', network: '!10.0.0.0/8' }, 'Write an IPv4 network like 192.0.2.0/24.'],
  [
    { kind: 'network', network: '10.0.0.5/255.0.0.255' },
    'The mask has holes. Write the size as a number, as in 192.0.2.0/24.',
  ],
  [{ kind: 'network', network: '0.0.0.0/0' }, 'This is every IPv4 address: hardly a response would ever run.'],
  [{ kind: 'network', network: '0.0.0.0/1' }, TOO_BROAD],
  [
    { kind: 'network', network: '2001:db8::/32' },
    'Wazuh knows no IPv6 networks here. Choose Pattern, and addresses that begin with 2001:db8:',
  ],
  [{ kind: 'pattern', text: '^10.' }, 'Leave ^ and $ out: they are written for you.'],
  [{ kind: 'pattern', text: 'a|b' }, 'Add one entry for each alternative.'],
  [{ kind: 'pattern', text: 'a b' }, 'No address holds a blank.'],
  [
    { kind: 'pattern', place: 'anywhere', text: '10.20' },
    'Anywhere, this would be found inside of other addresses, too. Choose where it has to stand.',
  ],
  [{ address: '10.0.0.1', note: 'x'.repeat(501) }, 'Use at most 500 characters.'],
  [{ address: '10.0.0.1', expiresOn: '2026-13-01' }, 'Choose a day.'],
  [{ address: '10.0.0.1', expiresOn: '2001-01-01' }, 'This day is over.'],
])('%j is refused: %s', (change, message) => {
  expect(problemOf(change)).toBe(message);
  expect(whiteListFormSchema.safeParse(form(change)).success).toBe(false);
});

it('what the form takes, the planner takes, and it covers something but not everything', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0129.:abf-/'), maxLength: 12 });
  const values = fc.record({
    kind: fc.constantFrom(...ENTRY_KINDS),
    place: fc.constantFrom(...PATTERN_PLACES),
    address: fc.oneof(text, fc.ipV4(), fc.ipV6()),
    network: fc.oneof(
      text,
      fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 34 })).map((parts) => parts.join('/')),
    ),
    text,
    note: fc.constant(''),
    expiresOn: fc.constant(''),
  });
  const config = parseConfigText(emptyRoot);
  holdsFor(values, 1500, (typed) => {
    if (Object.keys(whiteListProblems(typed)).length > 0) return;
    const entry = entryOf(typed);
    expect(planChanges(config, [{ op: 'add-white-list', address: entry }])).toMatchObject({ ok: true });
    expect(['everything', 'nothing', 'refused']).not.toContain(describeEntry(entry).kind);
  });
});

it('an entry expires at the end of the day that was chosen', () => {
  expect(expiryOf('')).toBeNull();
  const at = expiryOf('2026-12-31') ?? 0;
  expect(new Date(at).getHours()).toBe(23);
  expect(dateOf(at)).toBe('2026-12-31');
  expect(dateOf(null)).toBe('');
});
