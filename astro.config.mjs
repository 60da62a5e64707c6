import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  session: false,
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [stylesFirst()],
  // src/server/http.ts checks the origin and the size of every form, whatever its content type.
  security: { checkOrigin: false, actionBodySizeLimit: 10_000_000 },
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
});

/** Imports the global styles before any component's, since the first `@layer` line decides the order of the layers. */
function stylesFirst() {
  const load = ({ injectScript }) => injectScript('page-ssr', "import '#styles/index.css';");
  return { name: 'styles-first', hooks: { 'astro:config:setup': load } };
}
