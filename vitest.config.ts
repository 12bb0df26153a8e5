import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': root, 'server-only': fileURLToPath(new URL('./lib/run/empty.ts', import.meta.url)) } },
  test: {
    include: ['{app,components,lib}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    // Many wait for managers that start, stop and fail: one worker fewer than cores, the default, leaves two cores idle.
    maxWorkers: 3,
  },
});
