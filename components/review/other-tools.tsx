import Link from 'next/link';

export type OtherTool = { line: number | null; message: string; isNew: boolean };

const SHOWN = 5;

/** What other tools make of the planned file: a manager does not care, whoever also uses them does. */
export function OtherTools({ items }: { items: OtherTool[] }) {
  if (items.length === 0) {
    return <p className="text-12 text-fg-2">The API, xmllint and Ansible read the planned file as Wazuh does.</p>;
  }
  const news = items.filter(({ isNew }) => isNew);
  const shown = [...news, ...items.filter(({ isNew }) => !isNew)].slice(0, SHOWN);
  return (
    <details open={news.length > 0}>
      <summary className="cursor-pointer text-12 font-semibold text-fg-2">
        Other tools read this file differently ({items.length}
        {news.length > 0 ? `, ${news.length} new` : ', as before'})
      </summary>
      <p className="mt-2 text-12 text-fg-2">Wazuh loads it all the same.</p>
      <ul className="mt-1.5 grid gap-1.5 text-12 text-fg-2">
        {shown.map(({ line, message, isNew }) => (
          <li key={`${line} ${message}`} className="wrap-anywhere">
            {isNew && <b className="font-strong text-amber-fg">New. </b>}
            {message}{' '}
            {line !== null && (
              <Link href={`/source?line=${line}`} prefetch={false} className="link">
                Line {line}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {items.length > shown.length && <p className="mt-1.5 text-12 text-fg-3">{items.length - shown.length} more.</p>}
    </details>
  );
}
