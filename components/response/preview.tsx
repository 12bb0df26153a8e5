import type { ReactNode } from 'react';
import { PhraseText } from '@/components/describe/phrase-text';
import { CopyButton } from '@/components/ui/copy-button';
import { XmlView } from '@/components/ui/xml-view';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import type { Finding } from '@/lib/ossec/findings/finding';
import type { PastActions } from './backtest-panel';
import { FindingsList } from './findings-list';
import { PastAlerts } from './past-alerts';
import { previewWords } from './preview-words';
import { commandXml, responseXml } from './preview-xml';

const MOST_BLOCKS = 5;

function Section({
  title,
  sub,
  more,
  children,
}: {
  title: string;
  sub?: string;
  more?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="border-line border-t px-4 py-4 first:border-t-0 desk:px-5 desk:first:pt-[18px]">
      <h2 className="mb-2 flex min-h-5 items-center gap-[7px] text-12 font-semibold text-fg-2">
        {title}
        {sub && <span className="font-normal text-fg-3">{sub}</span>}
        {more && <span className="ml-auto">{more}</span>}
      </h2>
      {children}
    </section>
  );
}

/** The sentence as typed so far. */
export function SentenceText({ values, data }: { values: ResponseFormValues; data: ResponseFormData }) {
  const { phrase, rest } = previewWords(values, data);
  return (
    <p className="text-[15px] leading-[23px] tracking-h3 wrap-anywhere">
      <PhraseText phrase={phrase} /> {rest && <span className="text-13 text-fg-3">{rest}</span>}
    </p>
  );
}

/** The blocks that would be written, the new command first. */
export function BlocksXml({
  values,
  data,
  guided,
  where = '',
}: {
  values: ResponseFormValues;
  data: ResponseFormData;
  guided: boolean;
  /** Told apart where the same blocks stand twice on a page. */
  where?: string;
}) {
  const blocks = responseXml(values, data, guided);
  return (
    <div className="flex flex-col gap-2">
      {values.newCommand && (
        <XmlView
          wrap
          label={`XML of the command${where}`}
          xml={commandXml(values.newCommand)}
          className="[&_pre]:bg-surface"
        />
      )}
      {blocks.slice(0, MOST_BLOCKS).map((xml, at) => (
        <XmlView
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity of their own.
          key={at}
          wrap
          label={blocks.length > 1 ? `XML of block ${at + 1}${where}` : `XML of this response${where}`}
          xml={xml}
          className="[&_pre]:bg-surface"
        />
      ))}
      {blocks.length > MOST_BLOCKS && (
        <p className="text-12 text-fg-3">and {blocks.length - MOST_BLOCKS} more blocks, one for each agent</p>
      )}
      {!values.enabled && (
        <p className="text-12 text-fg-2">In a comment: Wazuh does not read it, and no other response is silenced.</p>
      )}
    </div>
  );
}

type Props = {
  values: ResponseFormValues;
  data: ResponseFormData;
  findings: readonly Finding[] | null;
  guided: boolean;
  pastActions?: PastActions | undefined;
};

/** Beside the form, at every keystroke: the sentence, what past alerts say, what is wrong, and the XML. */
export function Preview({ values, data, findings, guided, pastActions }: Props) {
  const all = [
    ...(values.newCommand ? [commandXml(values.newCommand)] : []),
    ...responseXml(values, data, guided),
  ].join('\n\n');
  return (
    <aside
      aria-label="Live preview"
      className="scroll-thin border-line bg-surface-2 max-desk:border-t desk:overflow-auto desk:border-l"
    >
      <Section title="In plain words">
        <SentenceText values={values} data={data} />
      </Section>
      <PastAlerts values={values} data={data} pastActions={pastActions} />
      <Section title="Findings">
        <FindingsList findings={findings} needRules />
      </Section>
      <Section
        title="XML"
        sub={data.position === null ? 'added to ossec.conf' : 'as it would stand'}
        more={<CopyButton text={all} label="Copy the XML" />}
      >
        <BlocksXml values={values} data={data} guided={guided} />
      </Section>
    </aside>
  );
}
