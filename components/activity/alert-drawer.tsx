'use client';

import { useRouter } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Drawer } from '@/components/ui/drawer';
import { CodeBlock } from '@/components/ui/xml-view';

type Props = {
  id: string;
  /** Its own JSON, laid out; null when no file has it any more. */
  text: string | null;
  /** Said when it could not be looked for. */
  failure: string | null;
  closeHref: string;
};

/** The alert as it stands in alerts.json. */
export function AlertDrawer({ id, text, failure, closeHref }: Props) {
  const router = useRouter();
  return (
    <Drawer
      open
      onClose={() => router.push(closeHref, { scroll: false })}
      title="Alert"
      sub={id}
      footer={
        <>
          <ButtonLink href={`/trace?alert=${id}`} variant="primary">
            Follow it
          </ButtonLink>
          {text && <CopyButton text={text} label="Copy the JSON" words />}
        </>
      }
    >
      {text ? (
        <CodeBlock text={text} label={`alert ${id}`} />
      ) : (
        <p className="text-fg-2">
          {failure ?? 'No file has this alert any more: its day was rotated away or is not kept.'}
        </p>
      )}
    </Drawer>
  );
}
