/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // A draft change is a few kilobytes; anything larger is not ours.
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
  typescript: { tsconfigPath: 'tsconfig.json' },
};
