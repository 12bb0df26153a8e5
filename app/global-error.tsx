'use client';

import { FaultPage } from '@/components/shell/fault-page';
import './globals.css';

/**
 * Takes the place of the root layout when that itself breaks. Follows the system's theme. Next gives its own scripts the nonce
 * here too; what would need it from us is a style made while it runs, and this page makes none.
 */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Error · Riposte</title>
        <FaultPage {...props} />
      </body>
    </html>
  );
}
