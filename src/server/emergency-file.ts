import { type EmergencyLine, sayPoster, sayWithin } from '#domain/emergency/emergency-rules.ts';
import { escapeHtml } from '#domain/mail/letter-rules.ts';

interface Head {
  siteName: string;
  /** "Thursday 3 December 2026, 10 am, London time" */
  madeAt: string;
}

/** The emergency sheet as one file that needs nothing else: it opens with the site, or the network, down. */
export function emergencyFile(lines: readonly EmergencyLine[], { siteName, madeAt }: Head): string {
  const title = escapeHtml(`Emergency sheet of ${siteName}`);
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
<h1>${title}</h1>
<p><b>As of ${escapeHtml(madeAt)}.</b> For staff only. Work down the list; take a fresh copy after every change.</p>
<table>
<thead><tr>${HEADS.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${lines.map(rowOf).join('\n')}
</tbody>
</table>
</html>
`;
}

const HEADS = ['Turn', 'Channel', 'Can carry it', 'Who can post', 'Out of hours, ring', 'Posted at'];

const STYLE = `
@page { size: A4; margin: 12mm }
body { margin: 1rem; color: #000; background: #fff; font: 1rem/1.35 system-ui, sans-serif }
h1 { margin: 0; font-size: 1.4rem }
table { width: 100%; border-collapse: collapse }
th, td { padding: .3rem .4rem; border: 1px solid #555; text-align: left; vertical-align: top }
td:first-child { font-size: 1.3rem; font-weight: 700 }
small { display: block; font-weight: 400; overflow-wrap: anywhere }
tr { break-inside: avoid }
@media print { body { margin: 0; font-size: 9pt } }
`;

function rowOf({ turn, name, platform, where, minutes, posters, outOfHoursPhone }: EmergencyLine): string {
  const people = posters.map((poster) => `${poster.office}: ${escapeHtml(sayPoster(poster))}`).join('<br>');
  const cells = [
    `<th scope="row">${escapeHtml(name)}<small>${escapeHtml(`${platform}: ${where}`)}</small></th>`,
    `<td>${sayWithin(minutes)}</td>`,
    `<td>${people || 'nobody is named'}</td>`,
    `<td>${escapeHtml(outOfHoursPhone)}</td>`,
    '<td></td>',
  ];
  return `<tr><td>${turn ?? '–'}</td>${cells.join('')}</tr>`;
}
