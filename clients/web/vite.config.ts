import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The gateway (or `npm run mock`) that `npm run dev` talks to. */
const gateway = process.env.MOORAGE_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // The gateway's content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': gateway, '/login': gateway, '/logout': gateway },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});
