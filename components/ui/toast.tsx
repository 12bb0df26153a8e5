'use client';

import { CircleCheck, CircleX, Info, X } from 'lucide-react';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from './button';
import { IconButton } from './icon-button';

const showMs = 8000;

export type ToastMessage = {
  message: ReactNode;
  tone?: 'done' | 'note' | 'failed';
  /** One action, as a rule Undo. The toast goes when it is pressed. */
  action?: { label: string; run: () => void };
};
type Shown = ToastMessage & { id: number };

const Show = createContext<(toast: ToastMessage) => void>(() => {});

/** `const toast = useToast(); toast({ message: 'Saved to draft', action: { label: 'Undo', run: undo } })` */
export const useToast = () => use(Show);

const icons = {
  done: <CircleCheck className="text-green-fg" />,
  note: <Info className="text-blue-fg" />,
  failed: <CircleX className="text-red-fg" />,
};

/** How one looks, without the clock. */
export function ToastCard({ toast, onClose }: { toast: ToastMessage; onClose: () => void }) {
  const { message, tone = 'done', action } = toast;
  return (
    <div className="pointer-events-auto flex w-[380px] max-w-full animate-appear items-center gap-2.5 rounded-panel border border-line bg-overlay py-[7px] pr-2 pl-3.5 shadow-2">
      {icons[tone]}
      <span className="min-w-0 flex-1 py-1">{message}</span>
      {action && (
        <Button
          size="s"
          variant="ghost"
          onClick={() => {
            onClose();
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="s" label="Dismiss" onClick={onClose}>
        <X className="icon-14" />
      </IconButton>
    </div>
  );
}

/** Goes after eight seconds, but not while the pointer or the focus rests on it. */
function TimedToast({ toast, onClose }: { toast: Shown; onClose: (id: number) => void }) {
  const [held, setHeld] = useState(false);
  const close = useCallback(() => onClose(toast.id), [onClose, toast.id]);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(close, showMs);
    return () => clearTimeout(timer);
  }, [held, close]);
  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ToastCard toast={toast} onClose={close} />
    </li>
  );
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const next = useRef(1);
  const show = useCallback((toast: ToastMessage) => {
    const id = next.current++;
    setShown((all) => [...all, { ...toast, id }].slice(-3));
  }, []);
  const close = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), []);
  const list = useMemo(
    () => shown.map((toast) => <TimedToast key={toast.id} toast={toast} onClose={close} />),
    [shown, close],
  );
  return (
    <Show value={show}>
      {children}
      <ol
        aria-label="Messages"
        aria-live="polite"
        // In the middle: the actions of rows and forms stand at the right, and must stay free while a message is read.
        className="pointer-events-none fixed inset-x-4 bottom-[76px] z-40 flex flex-col items-center gap-2"
      >
        {list}
      </ol>
    </Show>
  );
}
