import { Download, GitCompare } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import type { ChangeWords } from '@/lib/view/apply';
import { ChangeSentences } from './change-sentences';

type Props = {
  id: number;
  title: string;
  facts: Definition[];
  note: string;
  sentences: ChangeWords[];
  /** Whether its bytes are there. */
  hasBytes: boolean;
  /** The file holds secrets: for those who may change it. */
  mayDownload: boolean;
  /** The button that restores it. */
  restore?: ReactNode;
  /** How it ended, where that has to be said; then the diff and what is different now. */
  children?: ReactNode;
};

/** One version: who, when, why, how it fared, what it changed. */
export function RevisionDetail(props: Props) {
  const { id, title, facts, note, sentences, hasBytes, mayDownload, restore, children } = props;
  return (
    <section aria-labelledby="revision" className="min-w-0">
      <div className="mb-4 flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-full desk:basis-60">
          <p className="text-12 text-fg-3">Revision {id}</p>
          <h2 id="revision" className="text-20 font-semibold tracking-h1 wrap-anywhere">
            {title}
          </h2>
        </div>
        {hasBytes && (
          <>
            {mayDownload && (
              <a
                href={`/history/${id}/file`}
                download
                title="The whole file. It holds the secrets of the file."
                className={buttonStyle({ variant: 'ghost' })}
              >
                <Download />
                Download
              </a>
            )}
            <ButtonLink href={`/history/compare?from=${id}&to=disk`} icon={<GitCompare />}>
              Compare with…
            </ButtonLink>
          </>
        )}
        {restore}
      </div>
      <DefinitionList items={facts} className="pb-4" />
      {note && (
        <blockquote className="mb-4 max-w-[78ch] border-line-strong border-l-2 py-0.5 pl-3.5 text-14 whitespace-pre-wrap text-fg-2 wrap-anywhere">
          {note}
        </blockquote>
      )}
      {sentences.length === 1 && sentences[0]?.detail && (
        <p className="mb-5 max-w-[78ch] text-fg-2 wrap-anywhere">{sentences[0].detail}</p>
      )}
      {sentences.length > 1 && (
        <div className="mb-5">
          <ChangeSentences sentences={sentences} />
        </div>
      )}
      {children}
    </section>
  );
}
