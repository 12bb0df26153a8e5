/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // A draft change is a few kilobytes; anything larger is not ours.
  // Nothing is made ahead and kept: the program's own folder is read-only in the container and under systemd.
  experimental: { serverActions: { bodySizeLimit: '256kb' }, isrFlushToDisk: false },
  // No page has a picture to scale, and who is not signed in must not make the server fetch and work.
  images: { unoptimized: true },
  // The proxy's headers go with everything but the files of the build.
  headers: async () => [
    {
      source: '/_next/static/:path*',
      headers: [
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'no-referrer' },
      ],
    },
  ],
  // For the container (docs/install/container.md); `next start` needs the usual output.
  // The process that keeps the alert history runs from its sources, with DuckDB: the server never loads either.
  ...(process.env.RIPOSTE_STANDALONE === '1' && {
    output: 'standalone',
    outputFileTracingIncludes: {
      '/*': ['./lib/alerts/**/*.ts', './lib/ossec/white-list/**/*.ts', './node_modules/{zod,@duckdb}/**/*'],
    },
  }),
  typescript: { tsconfigPath: 'tsconfig.json' },
};
