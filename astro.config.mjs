import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  session: false,
  compressHTML: true,
  devToolbar: { enabled: false },
  security: { checkOrigin: false }, // src/server/http.ts checks the origin of every write, whatever its content type
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
});
