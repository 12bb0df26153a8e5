'use client';

import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';

type Props = { codes: readonly string[]; onDone: () => void };

/** The codes for a lost device, once. They never travel again, so the file is made here. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const text = `${codes.join('\n')}\n`;
  const file = `Recovery codes for Riposte. Each works once.\n\n${text}`;
  return (
    <div className="flex flex-col gap-4">
      <h3 ref={head} tabIndex={-1} className="font-semibold outline-none">
        Keep these recovery codes
      </h3>
      <Callout tone="amber" title="They are shown once.">
        Without your device, each of them lets you in once. Keep them where the device is not.
      </Callout>
      <ul aria-label="Recovery codes" className="grid gap-x-6 gap-y-1 font-mono text-12 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} label="Copy all" words />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download="riposte-recovery-codes.txt"
          className={buttonStyle({ size: 's', variant: 'ghost' })}
        >
          <Download className="icon-14" />
          Download as text
        </a>
        <Button variant="primary" className="ml-auto" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
