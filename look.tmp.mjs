import { chromium } from 'playwright-core';
const [,, who, ...specs] = process.argv;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const spec of specs) {
  const [path, width, scheme, name] = spec.split('|');
  const ctx = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
  const page = await ctx.newPage();
  if (who !== 'stranger') { await page.goto('http://127.0.0.1:4431/'); await page.click(`button[value="${who}"]`); }
  const res = await page.goto('http://127.0.0.1:4431' + path);
  await page.addStyleTag({content: '.demo-banner{display:none}'}).catch(()=>{});
  await page.screenshot({ path: `/tmp/series/${name}.png`, fullPage: true });
  console.log(name, res.status(), await page.evaluate(() => document.documentElement.scrollWidth));
  await ctx.close();
}
await browser.close();
