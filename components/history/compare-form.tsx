import { ArrowLeftRight } from 'lucide-react';
import { useId } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Select, type SelectOption } from '@/components/ui/select';

type Props = { from: string; to: string; options: SelectOption[] };

/** Which two versions are compared. */
export function CompareForm({ from, to, options }: Props) {
  const id = useId();
  return (
    <form action="/history/compare" className="flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1 basis-56">
        <label htmlFor={`${id}-from`} className="mb-1 block text-12 font-strong text-fg-2">
          From
        </label>
        <Select id={`${id}-from`} key={from} name="from" defaultValue={from} options={options} className="w-full" />
      </div>
      <ButtonLink
        variant="ghost"
        href={`/history/compare?from=${to}&to=${from}`}
        icon={<ArrowLeftRight />}
        className="max-desk:order-last"
      >
        Swap
      </ButtonLink>
      <div className="min-w-0 flex-1 basis-56">
        <label htmlFor={`${id}-to`} className="mb-1 block text-12 font-strong text-fg-2">
          To
        </label>
        <Select id={`${id}-to`} key={to} name="to" defaultValue={to} options={options} className="w-full" />
      </div>
      <Button type="submit">Compare</Button>
    </form>
  );
}
