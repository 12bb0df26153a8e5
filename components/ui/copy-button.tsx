'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button';
import { copyText } from './copy-text';
import { IconButton } from './icon-button';

type Props = {
  text: string;
  /** What is copied: "Copy the command". */
  label?: string;
  /** Shows the label beside the picture. */
  words?: boolean;
  className?: string;
};

/** Copies `text`, then says so in words, in its picture and to screen readers. */
export function CopyButton({ text, label = 'Copy', words, className }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState<'Copied' | 'Could not copy. Select the text instead.' | ''>('');
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), 2000);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    if (!button.current) return;
    setSaid((await copyText(text, button.current)) ? 'Copied' : 'Could not copy. Select the text instead.');
  }

  const icon = said === 'Copied' ? <Check className="icon-14 text-green-fg" /> : <Copy className="icon-14" />;
  return (
    <>
      {words ? (
        <Button ref={button} size="s" variant="ghost" icon={icon} onClick={copy} className={className}>
          {said || label}
        </Button>
      ) : (
        <IconButton ref={button} size="s" label={label} onClick={copy} className={className}>
          {icon}
        </IconButton>
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
