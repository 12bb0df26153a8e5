import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from '../ossec/byte-text.ts';
import { applyEdits } from '../ossec/index.ts';
import { runInMemory } from './memory-io.ts';

const FILE = `<!-- caf\udce9 und Köln -->
<ossec_config>
  <command>
    <name>c</name>
    <executable>x</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>
  <active-response>
    <command>c</command>
    <location>local</location>
    <level>5</level>
  </active-response>
</ossec_config>`;

const plan = (changes: unknown, ...flags: string[]) =>
  runInMemory(['plan', 'f', 'c.json', ...flags], {
    f: FILE,
    'c.json': typeof changes === 'string' ? changes : JSON.stringify(changes),
  });

const RAISE = { op: 'edit-response', index: 0, set: { level: 10, timeout: 60 } };

describe('riposte plan', () => {
  it('answers edits in bytes, the text and its diff, whatever the bytes', async () => {
    const { code, out, files } = await plan([RAISE], '--json', '--out', 'g');
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual(['ok', 'text', 'diff', 'edits', 'refused']);
    expect(answer).toMatchObject({ ok: true, refused: [] });
    const edits = answer.edits.map((edit: { text: string }) => ({ ...edit, text: encodeText(edit.text) }));
    const applied = applyEdits(encodeText(FILE), edits);
    expect(decodeText(applied)).toBe(answer.text);
    expect(files.get('g')).toBe(applied);
    expect(applyPatch(FILE, answer.diff)).toBe(answer.text);
    expect(answer.text).toContain('caf\udce9 und Köln');
  });

  it('answers the bare diff with --diff', async () => {
    const { out } = await plan([RAISE], '--diff');
    expect(out).toMatch(/^--- f\n\+\+\+ f\n@@/);
    expect(out).toContain('-    <level>5</level>\n+    <level>10</level>\n');
  });

  it('plans nothing for no changes', async () => {
    expect(JSON.parse((await plan([], '--json')).out)).toEqual({
      ok: true,
      text: FILE,
      diff: '',
      edits: [],
      refused: [],
    });
  });

  it('plans nothing when anything is refused', async () => {
    const { code, out, files } = await plan([RAISE, { op: 'remove-command', name: 'c' }], '--json', '--out', 'g');
    expect(code).toBe(1);
    expect(files.has('g')).toBe(false);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      text: null,
      diff: null,
      edits: [],
      refused: [
        {
          change: 1,
          code: 'command-in-use',
          message: '1 response uses c (line 8). Remove them first, or together with the command.',
        },
      ],
    });
  });

  it('refuses a change of a wrong shape', async () => {
    const { code, out } = await plan([RAISE, { op: 'edit-response', index: 0, set: { level: 99 } }], '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).refused).toMatchObject([{ change: 1, code: 'invalid-change' }]);
  });

  it('exits with 2 when the changes are no JSON array', async () => {
    expect(await plan('{', '--json')).toMatchObject({ code: 2, out: '' });
    expect(await plan('{}', '--json')).toMatchObject({ code: 2, out: '' });
  });
});

describe('riposte diff', () => {
  it('says the change in sentences, and as changes that plan takes', async () => {
    const planned = await plan([RAISE], '--json', '--out', 'g');
    const files = { f: FILE, g: decodeText(planned.files.get('g') ?? '') };
    const words = await runInMemory(['diff', 'f', 'g'], files);
    expect(words.out).toBe('c from level 5 to 10: Trigger: level ≥ 5 → level ≥ 10; For: No undo → 1 min\n');
    const list = await runInMemory(['diff', 'f', 'g', '--json'], files);
    expect(JSON.parse(list.out)).toEqual([RAISE]);
    expect((await runInMemory(['diff', 'f', 'f'], files)).out).toBe('No difference.\n');
  });
});

describe('riposte bind', () => {
  it('leaves out responses without rules, and rules that say no_ar', async () => {
    const rules = JSON.stringify([
      { id: 9, level: 7, groups: 'a,' },
      { id: 3, level: 5, groups: 'b,' },
      { id: 4, level: 6, groups: 'b,', no_ar: true },
    ]);
    const bound = await runInMemory(['bind', 'f', 'r', '--json'], { f: FILE, r: rules });
    expect(JSON.parse(bound.out)).toEqual({ bindings: { 0: [3, 9] } });
    const none = await runInMemory(['bind', 'f', 'r', '--json'], { f: FILE, r: '[]' });
    expect(JSON.parse(none.out)).toEqual({ bindings: {} });
    expect(await runInMemory(['bind', 'f', 'r'], { f: FILE, r: '[{}]' })).toMatchObject({ code: 2, out: '' });
  });
});
