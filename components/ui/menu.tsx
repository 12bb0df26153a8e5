'use client';

import * as Dropdown from '@radix-ui/react-dropdown-menu';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { type ReactElement, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { cx } from './cx';
import { Kbd } from './kbd';

const row =
  'flex h-ctl-item w-full cursor-pointer select-none items-center gap-2.5 rounded-[5px] px-2 font-[450] text-fg no-underline outline-none data-disabled:cursor-not-allowed data-disabled:text-fg-3 data-highlighted:bg-surface-3 [&>.lucide]:text-fg-3';

type Props = {
  trigger: ReactElement;
  label: string;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom';
  /** Opens as soon as it is there. */
  openAtOnce?: boolean;
  children: ReactNode;
};

/**
 * Opens from `trigger` (a Button or IconButton). Flips up where there is no room below. Drawn inside the landmark it
 * belongs to, or inside its dialog: outside a modal dialog everything is inert.
 */
export function Menu({ trigger, label, align = 'end', side = 'bottom', openAtOnce, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [host, setHost] = useState<HTMLElement | null>(null);
  const turn = useCallback((next: boolean) => {
    if (next) setHost(button.current?.closest<HTMLElement>('dialog, main, nav') ?? null);
    setOpen(next);
  }, []);
  useEffect(() => {
    if (openAtOnce) turn(true);
  }, [openAtOnce, turn]);
  return (
    <Dropdown.Root modal={false} open={open} onOpenChange={turn}>
      <Dropdown.Trigger asChild ref={button}>
        {trigger}
      </Dropdown.Trigger>
      <Dropdown.Portal container={host}>
        <Dropdown.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={{ top: 8, left: 8, right: 8, bottom: 72 }}
          className="z-50 min-w-52 animate-appear rounded-panel border border-line bg-overlay p-1 shadow-2"
        >
          {children}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}

type Item = { icon?: ReactNode; shortcut?: string; danger?: boolean; disabled?: boolean; children: ReactNode };

const look = (danger?: boolean) => cx(row, danger && 'text-red-fg [&>.lucide]:text-red-fg');

export function MenuItem({ icon, shortcut, danger, disabled, onSelect, children }: Item & { onSelect?: () => void }) {
  return (
    <Dropdown.Item disabled={disabled} onSelect={onSelect} className={look(danger)}>
      {icon}
      {children}
      {shortcut && <Kbd className="ml-auto">{shortcut}</Kbd>}
    </Dropdown.Item>
  );
}

export function MenuLink({ icon, shortcut, danger, disabled, href, children }: Item & { href: string }) {
  return (
    <Dropdown.Item asChild disabled={disabled}>
      <Link href={href} className={look(danger)}>
        {icon}
        {children}
        {shortcut && <Kbd className="ml-auto">{shortcut}</Kbd>}
      </Link>
    </Dropdown.Item>
  );
}

type Choice = { value: string; label: ReactNode; icon?: ReactNode };

/** One of a few, chosen inside the menu. */
export function MenuChoices(props: {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  choices: Choice[];
}) {
  return (
    <>
      <MenuLabel>{props.label}</MenuLabel>
      <Dropdown.RadioGroup value={props.value} onValueChange={props.onValueChange} aria-label={props.label}>
        {props.choices.map((choice) => (
          <Dropdown.RadioItem key={choice.value} value={choice.value} className={row}>
            {choice.icon}
            {choice.label}
            <Dropdown.ItemIndicator className="ml-auto">
              <Check className="icon-14" />
            </Dropdown.ItemIndicator>
          </Dropdown.RadioItem>
        ))}
      </Dropdown.RadioGroup>
    </>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Dropdown.Label className="px-2 pt-1.5 pb-1 text-11 font-strong text-fg-3">{children}</Dropdown.Label>;
}

export function MenuSeparator() {
  return <Dropdown.Separator className="my-1 border-line border-t" />;
}
