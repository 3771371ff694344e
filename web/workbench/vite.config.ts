import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The place of the output is the caller's choice; by itself it lands in the repository's `dist/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/workbench/',
  plugins: [react()],
  build: {
    outDir: process.env['ZHAOZHANG_WORKBENCH_OUT'] ?? path.join(import.meta.dirname, '../../dist/workbench'),
    emptyOutDir: true,
    // Nothing may be inlined as data: or script: the page runs under a policy of its own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
});
