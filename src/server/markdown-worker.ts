import { parentPort } from 'node:worker_threads';
import { type RenderRequest, renderMarkdown } from './markdown-render.ts';

parentPort?.on('message', ({ source, options }: RenderRequest) => {
  parentPort?.postMessage(renderMarkdown(source, options));
});
parentPort?.postMessage('ready');
