'use client';

import { FaultPage } from '@/components/shell/fault-page';

export default function PageError(props: { error: unknown; retry: () => void }) {
  return <FaultPage {...props} />;
}
