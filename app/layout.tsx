import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { NonceProvider } from '@/components/shell/nonce-provider';
import { readTheme, themeCookie } from '@/components/shell/theme';
import { ToastProvider } from '@/components/ui/toast';
import { inter } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Riposte', template: '%s · Riposte' },
  description: 'Active response for Wazuh: see it in plain words, change it safely, prove it runs.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f2f4f6' },
    { media: '(prefers-color-scheme: dark)', color: '#0a0b0e' },
  ],
};

/** Reading the headers makes every page dynamic, which the nonce of the content security policy needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} className={inter.variable}>
      <body>
        <NonceProvider nonce={nonce} />
        <ToastProvider>{children}</ToastProvider>
      </body>
    </html>
  );
}
