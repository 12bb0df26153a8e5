import { LoaderCircle } from 'lucide-react';
import { cx } from './cx';

/** Turns, unless the system asks for no motion. Say what is going on in words beside it. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle className={cx('animate-spin', className)} />;
}
