import { describe, expect, it } from 'vitest';
import { planned } from '../fixtures/plan-text.ts';
import { commentedOut, disabledBetween, flat, oneLineBlocks, plain, windows } from '../fixtures/sample-configs.ts';
import { parseConfigText } from '../index.ts';
import type { Change } from './change.ts';
import { canBeCommented } from './switch-off.ts';

const disable = (index: number): Change => ({ op: 'disable-response', index });
const enable = (index: number): Change => ({ op: 'enable-response', index });
const enableCommented = (commented: number): Change => ({ op: 'enable-response', commented });

const first = / {2}<active-response>\n {4}<command>drop[\s\S]*?<\/active-response>\n/;
describe('disabling a response', () => {
  it('puts it into a comment of its own lines', () => {
    expect(planned(plain, disable(0))).toBe(
      plain.replace(first, (text) => `  <!-- Switched off with Riposte\n${text}  -->\n`),
    );
  });

  it('takes over tabs and CRLF', () => {
    expect(planned(windows, disable(1))).toContain(
      '\t<!-- Switched off with Riposte\r\n\t<active-response>\r\n\t\t<command>lock',
    );
    expect(planned(windows, disable(1))).toContain('\t</active-response>\r\n\t-->\r\n');
  });

  it.each([oneLineBlocks, flat])('stays on the line of a block that has one', (text) => {
    expect(planned(text, disable(1))).toBe(
      text.replace(/<active-response><command>lock.*?<\/active-response>/, '<!-- $& -->'),
    );
  });

  it('falls back to the tag where the block holds a comment, and nobody is silenced', () => {
    const text = disabledBetween.replace('<disabled>yes</disabled>', '<!-- why -->');
    const after = '<active-response>\n    <disabled>yes</disabled>\n    <!-- why -->';
    expect(planned(text, disable(1))).toBe(text.replace('<active-response>\n    <!-- why -->', after));
  });

  it('turns an existing tag to yes in that case', () => {
    const text = disabledBetween.replace('<disabled>yes</disabled>', '<disabled>no</disabled> <!-- since May -->');
    expect(planned(text, disable(1))).toBe(text.replace('>no<', '>yes<'));
  });

  it('leaves the others loaded and sent as before', () => {
    const before = parseConfigText(plain).verdict;
    const after = parseConfigText(planned(plain, disable(0))).verdict;
    expect(after.responses.map(({ command }) => command)).toEqual(['lock']);
    expect(after.execd).toEqual(before.execd);
    expect(after.queues.local).toBe(true);
  });

  it('works together with edits of the block', () => {
    const after = planned(plain, { op: 'edit-response', index: 1, set: { level: 3, disabled: true } });
    expect(parseConfigText(after).model.commented).toMatchObject([{ command: 'lock', level: '3' }]);
  });

  it('changes nothing on one that is off, and nothing when it is enabled again', () => {
    expect(planned(disabledBetween, disable(1))).toBe(disabledBetween);
    expect(planned(plain, disable(0), { op: 'edit-response', index: 0, set: { disabled: false } })).toBe(plain);
  });
});

describe('enabling a response', () => {
  it('turns its tag to no', () => {
    expect(planned(disabledBetween, enable(1))).toBe(disabledBetween.replace('>yes<', '>no<'));
  });

  it('turns every yes of repeated tags', () => {
    const text = disabledBetween.replace(
      '<disabled>yes</disabled>',
      '<disabled>yes</disabled><disabled>no</disabled><disabled>yes</disabled>',
    );
    expect(planned(text, enable(1))).toBe(text.replaceAll('>yes<', '>no<'));
  });

  it.each<[string, number, RegExp, string]>([
    ['on one line', 0, /<!-- (<active-response>.*?<level>5.*?<\/active-response>) -->/, '$1'],
    ['on several lines', 1, /<!--\n {2}(<active-response>[\s\S]*?<\/active-response>)\n {2}-->/, '$1'],
    [
      'with words around it, which stay comments',
      2,
      /May: (<active-response>.*<\/active-response>) ask/,
      'May: --> $1 <!-- ask',
    ],
  ])('takes it out of a comment %s', (_, commented, found, after) => {
    expect(planned(commentedOut, enableCommented(commented))).toBe(commentedOut.replace(found, after));
  });

  it('turns a tag inside the comment, too', () => {
    const text = commentedOut.replace('<level>5</level>', '<disabled>yes</disabled>');
    expect(planned(text, enableCommented(0))).toContain(
      '  <active-response><command>drop</command><location>local</location><disabled>no</disabled></active-response>\n',
    );
  });

  it('gives back what disabling took, byte for byte', () => {
    for (const text of [plain, windows, oneLineBlocks, flat]) {
      const off = planned(text, disable(0));
      expect(parseConfigText(off).model.commented).toHaveLength(1);
      expect(planned(off, enableCommented(0))).toBe(text);
    }
  });
});

it.each(['-->', '!>', '<!'])('a block that holds %s cannot go into a comment and come out again', (mark) => {
  expect(canBeCommented(`<rules_group>a${mark}b</rules_group>`)).toBe(false);
});
