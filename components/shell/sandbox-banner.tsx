import { FlaskConical } from 'lucide-react';

/** Neutral and thin, on every page that does not work on a real manager. */
export function SandboxBanner() {
  return (
    <p className="flex min-h-7 shrink-0 items-center justify-center gap-2 border-line bg-surface-3 px-4 py-1 text-12 text-fg-2 max-desk:border-b desk:mt-2 desk:mr-2 desk:rounded-panel desk:border">
      <FlaskConical className="icon-14" />
      Sandbox manager. Nothing here touches a real Wazuh.
    </p>
  );
}
