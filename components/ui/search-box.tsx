import { Search } from 'lucide-react';
import { cx } from './cx';
import { TextInput, type TextInputProps } from './text-input';

/** A text input that the key `/` reaches: the first visible one on the page wins. */
export function SearchBox({ label, className, ...rest }: Omit<TextInputProps, 'icon' | 'type'> & { label: string }) {
  return (
    <TextInput
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      {...rest}
      type="search"
      aria-label={label}
      data-search=""
      icon={<Search />}
      className={cx('[&_input]:appearance-none', className)}
    />
  );
}
