import type { ReactNode } from 'react';
import { ConsoleShell } from '../console-shell';

/** Focus screens end a journey: the nav shrinks to a rail, and they bring their own bar at the foot. */
export default function FocusLayout({ children }: { children: ReactNode }) {
  return <ConsoleShell rail>{children}</ConsoleShell>;
}
