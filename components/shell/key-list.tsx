'use client';

import { Kbd } from '@/components/ui/kbd';
import { goTo, listKeys, open } from './shortcut-keys';

type Line = { keys: string[]; words: string };

const anywhere: Line[] = [
  { keys: ['/'], words: 'Search' },
  ...Object.entries(open).map(([key, { words }]) => ({ keys: [key.toUpperCase()], words })),
  { keys: ['Esc'], words: 'Close' },
  { keys: ['?'], words: 'All keys' },
];
const going: Line[] = Object.entries(goTo).map(([key, { words }]) => ({ keys: ['G', key.toUpperCase()], words }));

function Keys({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <section className="pb-3">
      <h3 className="pb-1 text-12 font-semibold text-fg-3">{title}</h3>
      <dl>
        {lines.map(({ keys, words }) => (
          <div key={words} className="flex items-center justify-between py-1 text-fg">
            <dt>{words}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function KeyList() {
  const inList = document.querySelector('[data-keys="list"]') !== null;
  return (
    <>
      <Keys title="Anywhere" lines={anywhere} />
      <Keys title="Go to" lines={going} />
      {inList && <Keys title="In a list" lines={listKeys} />}
      <p className="text-12">Off while you type. Nothing that destroys or applies sits on a single key.</p>
    </>
  );
}
