import { Search } from 'lucide-react';
import { Kbd } from '@/components/ui/kbd';

/** Searches the list of one page from anywhere: a plain GET form. In the rail, a link to that page. */
export function NavSearch({ action }: { action: string }) {
  return (
    <search>
      <form
        action={action}
        className="flex h-8 items-center gap-2.5 rounded-control border border-line bg-surface pr-2 pl-2.5 text-fg-3 hover:border-line-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus railed:hidden"
      >
        <Search />
        <input
          type="search"
          name="q"
          data-search=""
          aria-label="Search"
          placeholder="Search"
          autoComplete="off"
          className="w-full min-w-0 appearance-none bg-transparent text-fg outline-none focus-visible:outline-none"
        />
        <Kbd>/</Kbd>
      </form>
      <a
        href={action}
        title="Search"
        aria-label="Search"
        className="hidden size-9 place-items-center rounded-control border border-line bg-surface text-fg-3 hover:border-line-strong railed:grid"
      >
        <Search />
      </a>
    </search>
  );
}
