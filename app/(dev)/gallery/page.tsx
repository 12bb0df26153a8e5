import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BrandMark } from '@/components/shell/brand-mark';
import { Bars } from './bars';
import { Buttons } from './buttons';
import { Inputs } from './inputs';
import { Live } from './live';
import { Messages } from './messages';
import { Plots } from './plots';
import { Shells } from './shells';
import { Status } from './status';
import { Structure } from './structure';

export const metadata: Metadata = { title: 'Components' };

function Theme({ theme, title }: { theme: 'light' | 'dark'; title: string }) {
  return (
    <section
      data-theme={theme}
      aria-label={title}
      className="min-w-0 rounded-dialog border border-line bg-surface px-4 pt-5 pb-6 text-fg desk:px-6"
    >
      <h2 className="text-16 font-semibold">{title}</h2>
      <Buttons />
      <Inputs scope={theme} />
      <Status />
      <Messages />
      <Plots />
      <Structure scope={theme} />
      <Live />
      <Bars />
    </section>
  );
}

/** Every component in every state, light and dark side by side. Not a page of the product. */
export default function GalleryPage() {
  if (process.env.NODE_ENV === 'production' && process.env.RIPOSTE_GALLERY !== '1') notFound();
  return (
    <main id="main" className="p-4 desk:px-8 desk:pt-7 desk:pb-8">
      <header className="mb-5 flex items-center gap-3.5">
        <BrandMark className="size-9" />
        <div>
          <h1 className="text-20 font-semibold tracking-h1">Components</h1>
          <p className="text-fg-2">Light and dark from the same tokens.</p>
        </div>
      </header>
      <div className="grid grid-cols-1 gap-5 desk:grid-cols-2">
        <Theme theme="light" title="Light" />
        <Theme theme="dark" title="Dark" />
      </div>
      <h2 className="pt-5 text-16 font-semibold">Frame, light</h2>
      <Shells scope="light" />
      <h2 className="pt-5 text-16 font-semibold">Frame, dark</h2>
      <Shells scope="dark" />
    </main>
  );
}
