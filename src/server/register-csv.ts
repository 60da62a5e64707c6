import type { Reader } from '#db/database.ts';
import { walkRegister } from '#domain/channels/channel-export-queries.ts';
import { exportCells, exportColumns } from '#domain/channels/channel-export-rules.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import { BYTE_ORDER_MARK, writeCsv } from './csv.ts';

/** The register as a viewer may see it, some lines at a time: to open in a spreadsheet or to import again. See `column-rules.ts`. */
export async function* registerCsv(read: Reader, viewer: Viewer): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + writeCsv([exportColumns(viewer)]);
  for await (const rows of walkRegister(read, viewer)) yield writeCsv(rows.map(exportCells));
}
