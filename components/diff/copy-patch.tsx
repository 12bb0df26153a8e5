'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';

const COPIED = 'Copied';
const FAILED = 'Could not copy. Download it instead.';

/** Fetches the patch when asked, and copies it. */
export function CopyPatch({ href }: { href: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), 2500);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    try {
      const answer = await fetch(href);
      const isCopied = answer.ok && button.current && (await copyText(await answer.text(), button.current));
      setSaid(isCopied ? COPIED : FAILED);
    } catch {
      setSaid(FAILED);
    }
  }

  const icon = said === COPIED ? <Check className="icon-14 text-green-fg" /> : <Copy className="icon-14" />;
  return (
    <>
      <Button ref={button} size="s" variant="ghost" icon={icon} onClick={copy}>
        {said || 'Copy as patch'}
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
