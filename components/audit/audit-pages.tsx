import { ButtonLink } from '@/components/ui/button';
import type { AuditQuery } from '@/lib/view/audit';

/** Newer and older, by the address. */
export function AuditPages({ query, page, pages }: { query: AuditQuery; page: number; pages: number }) {
  if (pages <= 1) return null;
  const hrefOf = (to: number) => {
    const given = Object.entries(query).filter(([, value]) => value !== '');
    return `/audit?${new URLSearchParams([...given, ['page', String(to)]])}`;
  };
  return (
    <nav aria-label="Pages of the log" className="flex items-center gap-3">
      <ButtonLink href={hrefOf(page - 1)} disabled={page <= 1}>
        Newer
      </ButtonLink>
      <span className="text-fg-2">
        Page {page} of {pages}
      </span>
      <ButtonLink href={hrefOf(page + 1)} disabled={page >= pages}>
        Older
      </ButtonLink>
    </nav>
  );
}
