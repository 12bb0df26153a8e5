import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBytes, arbitraryConfig, mutatedConfig } from '../fixtures/arbitrary-config.ts';
import { holdsFor } from '../fixtures/law.ts';
import { parseXml } from './parse-xml.ts';
import { childrenOf, commentsWithin, firstChild, lineAt, type XmlNode } from './xml-tree.ts';

const anyText = fc.oneof(arbitraryConfig, mutatedConfig, arbitraryBytes);

describe('the tree of any text', () => {
  it('is lossless: text kept, elements and comments in bounds and properly nested', () => {
    holdsFor(anyText, 1_500, (text) => {
      const tree = parseXml(text);
      expect(tree.text).toBe(text);
      tree.nodes.forEach((node, index) => {
        expect(text[node.start]).toBe('<');
        expect(node.start).toBeLessThan(node.openEnd);
        expect(node.end).toBeLessThanOrEqual(text.length);
        if (tree.error === null) {
          expect(node.openEnd).toBeLessThanOrEqual(node.closeStart);
          expect(node.closeStart).toBeLessThanOrEqual(node.end);
        }
        const parent = tree.nodes[node.parent];
        expect(node.depth).toBe(parent ? parent.depth + 1 : 0);
        if (index > 0) expect(node.start).toBeGreaterThan((tree.nodes[index - 1] as XmlNode).start);
        if (!parent) return;
        expect(node.start).toBeGreaterThanOrEqual(parent.openEnd);
        if (tree.error === null) expect(node.end).toBeLessThanOrEqual(parent.closeStart);
      });
      for (const { start, end, parent } of tree.comments) {
        expect(text.slice(start, start + 2)).toBe('<!');
        expect(text.slice(end - 2, end)).toMatch(/[-!]>/);
        if (parent >= 0) expect(start).toBeGreaterThan((tree.nodes[parent] as XmlNode).start);
      }
    });
  });

  it('gives the same children by window as by search', () => {
    holdsFor(arbitraryConfig, 200, (text) => {
      const tree = parseXml(text);
      if (tree.error) return;
      tree.nodes.forEach((node, index) => {
        expect(childrenOf(tree, index)).toEqual(tree.nodes.filter((one) => one.parent === index));
        expect(firstChild(tree, node)).toBe(tree.nodes.find((one) => one.parent === index));
        const inside = tree.comments.filter(({ start, end }) => start >= node.openEnd && end <= node.closeStart);
        expect(commentsWithin(tree, node.openEnd, node.closeStart)).toEqual(inside);
      });
    });
  });
});

describe('files beyond reason', () => {
  it('of 20 MB are read', () => {
    const block = '<command>\n  <name>c</name>\n  <!-- why -->\n  <executable>x.sh</executable>\n</command>\n';
    const count = Math.ceil(20_000_000 / block.length);
    const tree = parseXml(`<ossec_config>${block.repeat(count)}</ossec_config>`);
    expect(tree).toMatchObject({ error: null });
    expect([tree.nodes.length, tree.comments.length]).toEqual([1 + 3 * count, count]);
  });

  it('of 1,000 levels are read, of more than 1,024 refused', () => {
    const nested = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
    expect(parseXml(nested(1_000))).toMatchObject({ error: null });
    expect(parseXml(nested(1_025)).error?.message).toBe('XMLERR: Max recursion level reached');
  });

  it('of many comments without the rarer end are read in time', () => {
    const comments = '<!-- a -->'.repeat(100_000);
    const start = performance.now();
    expect(parseXml(comments).comments.length).toBe(100_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('never stop at a 0xFF, but for one that is peeked at', () => {
    expect(parseXml('<a>\xff</a><!-- \xff -->')).toMatchObject({ error: null });
    expect(parseXml('<!-- !\xff --><a></a>').error?.message).toBe('XMLERR: Comment not closed.');
    expect(parseXml('<!-- -\xff --><a></a>').error?.message).toBe('XMLERR: Comment not closed.');
  });
});

describe('the tree', () => {
  it('leaves the `>` of `<tag />` outside, as the manager does', () => {
    const [, node] = parseXml('<a><b /></a>').nodes;
    expect(node).toMatchObject({ name: 'b', start: 3, end: 7, selfClosed: true });
  });

  it('gives up where the manager gives up', () => {
    expect(parseXml('<a>\n<b>\n</a>\n').error).toEqual({
      message: "XMLERR: Element 'b' not closed.",
      line: 3,
      offset: 12,
    });
    expect(parseXml('<a>').error?.message).toBe('XMLERR: End of file and some elements were not closed.');
    expect(parseXml('<!-- a').error?.message).toBe('XMLERR: Comment not closed.');
  });

  it('counts lines from 1', () => {
    expect([0, 1, 2, 3].map((at) => lineAt('a\nb\n', at))).toEqual([1, 1, 2, 2]);
  });
});
