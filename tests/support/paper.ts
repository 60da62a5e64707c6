import { extractText, getDocumentProxy } from 'unpdf';
import { openAs } from './chromium.ts';
import type { Visitor } from './visit.ts';

/** A page that a visitor prints as a PDF: the text of each sheet, and its size in millimetres. */
export async function printed(visitor: Visitor, path: string, { dark = false } = {}) {
  const context = await openAs(visitor, { colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  await page.goto(visitor.url + path);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await context.close();
  const sheets = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(sheets);
  const size = (await sheets.getPage(1)).getViewport({ scale: 1 });
  return {
    sheets: text.map((words) => words.replace(/\s+/g, ' ')),
    size: [size.width, size.height].map((points) => Math.round((points / 72) * 25.4)),
  };
}

export const A4 = [210, 297];
export const A3 = [297, 420];
