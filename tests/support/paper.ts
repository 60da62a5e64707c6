import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';

/** A page printed as a PDF: the text of each sheet, and its size in millimetres. */
export async function printed(browser: Browser, url: string, { cookie = '', dark = false } = {}) {
  const context = await browser.newContext({
    colorScheme: dark ? 'dark' : 'light',
    ...(cookie && { extraHTTPHeaders: { cookie } }),
  });
  const page = await context.newPage();
  await page.goto(url);
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
