import { dirname, join } from 'node:path';
import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  session: false,
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [stylesFirst(), withEntryPoints()],
  // src/server/http.ts checks the origin and the size of every form, whatever its content type.
  security: { checkOrigin: false, actionBodySizeLimit: 10_200_000 },
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
});

/** Imports the global styles before any component's, since the first `@layer` line decides the order of the layers. */
function stylesFirst() {
  const load = ({ injectScript }) => injectScript('page-ssr', "import '#styles/index.css';");
  return { name: 'styles-first', hooks: { 'astro:config:setup': load } };
}

/**
 * Builds our entry points and their worker threads together with the pages and the libraries: one copy of everything in the
 * process, without the parts that nobody uses. Only what has native parts stays outside.
 */
function withEntryPoints() {
  const rolldownOptions = {
    input: { serve: 'bin/serve.ts', teacake: 'bin/teacake.ts' },
    output: { entryFileNames: ({ name }) => (name === 'index' ? 'entry.mjs' : `${name}.mjs`) },
  };
  const resolve = { noExternal: true, external: ['better-sqlite3', 'pg', 'sharp'] };
  const bundled = {
    name: 'with-entry-points',
    apply: 'build',
    config: () => ({ environments: { ssr: { build: { rolldownOptions }, resolve } } }),
    transform: buildWorkers,
    generateBundle: escapeWide,
  };
  const add = ({ updateConfig }) => updateConfig({ vite: { plugins: [bundled] } });
  return { name: 'with-entry-points', hooks: { 'astro:config:setup': add } };
}

/** A worker thread beside its source, `new URL('./x-worker.ts', import.meta.url)`, is built beside the chunk that starts it. */
function buildWorkers(code, id) {
  return code.replace(/new URL\(['"]\.\/([\w-]+-worker)\.ts['"], import\.meta\.url\)/g, (_, worker) => {
    this.emitFile({ type: 'chunk', id: join(dirname(id), `${worker}.ts`), fileName: `chunks/${worker}.mjs` });
    return `new URL('./${worker}.mjs', import.meta.url)`;
  });
}

/** A file with one character beyond Latin-1 is kept in memory at two bytes for each of its characters. */
function escapeWide(_, bundle) {
  for (const part of Object.values(bundle))
    if (part.type === 'chunk') part.code = part.code.replace(/[\u0100-\uffff]/g, escapeUnit);
}

const escapeUnit = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
