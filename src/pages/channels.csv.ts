import type { APIRoute } from 'astro';
import { walkRegister } from '#domain/channels/channel-export-queries.ts';
import { exportCells, exportColumns } from '#domain/channels/channel-export-rules.ts';
import { BYTE_ORDER_MARK, writeCsv } from '#server/csv.ts';
import { slicedAnswer } from '#server/slices.ts';

/** The register as the viewer may see it, to open in a spreadsheet or to import again: see `column-rules.ts`. */
export const GET: APIRoute = ({ locals: { read, viewer } }) => {
  async function* lines() {
    yield BYTE_ORDER_MARK + writeCsv([exportColumns(viewer)]);
    for await (const rows of walkRegister(read, viewer)) yield writeCsv(rows.map(exportCells));
  }
  return slicedAnswer(lines(), {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="channels.csv"',
  });
};
