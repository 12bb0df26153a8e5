import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import { cx } from './cx';
import { readXmlTokens, type XmlToken } from './xml-tokens';

const looks: Record<XmlToken['kind'], string | undefined> = {
  bracket: 'text-code-dim',
  name: 'text-code-tag',
  value: 'font-semibold text-code-val',
  comment: 'text-code-dim italic',
  space: undefined,
};

/** XML in its colours, inline: for diffs and own frames. */
export function XmlText({ xml }: { xml: string }) {
  let at = 0;
  return readXmlTokens(xml).map((token) => {
    const key = at;
    at += token.text.length;
    const look = looks[token.kind];
    return look ? (
      <span key={key} className={look}>
        {token.text}
      </span>
    ) : (
      token.text
    );
  });
}

type Props = { label: string; copy?: boolean; wrap?: boolean; className?: string };

function Frame({ text, label, copy, wrap, className, children }: Props & { text: string; children: ReactNode }) {
  return (
    <div className={cx('relative', className)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a region of preformatted text has no element of its own. */}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
        tabIndex={0}
        role="region"
        aria-label={label}
        className={cx(
          'scroll-thin overflow-auto rounded-control border border-line bg-surface-2 px-3 py-2.5 text-code text-code-val [tab-size:2]',
          wrap ? 'whitespace-pre-wrap wrap-anywhere' : 'whitespace-pre',
          copy && 'pr-10',
        )}
      >
        {children}
      </pre>
      {copy && <CopyButton text={text} label={`Copy ${label}`} className="absolute top-1.5 right-1.5 bg-surface-2" />}
    </div>
  );
}

/** A block of XML. `label` names it for screen readers: "XML of this response". */
export function XmlView({ xml, ...rest }: Props & { xml: string }) {
  return (
    <Frame text={xml} {...rest}>
      <XmlText xml={xml} />
    </Frame>
  );
}

/** Any other preformatted text: a log, a path, JSON. */
export function CodeBlock({ text, ...rest }: Props & { text: string }) {
  return (
    <Frame text={text} {...rest}>
      {text}
    </Frame>
  );
}
