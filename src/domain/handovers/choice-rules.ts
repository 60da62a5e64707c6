/** What somebody ticks in a long list: everything, all of some units, or one by one. */
export interface Choice {
  everything: boolean;
  units: readonly string[];
  ids: readonly string[];
}

/** The rows that were chosen. */
export const chosenOf = <Row extends { unit: { id: string } }>(
  rows: readonly Row[],
  { everything, units, ids }: Choice,
  keyOf: (row: Row) => string,
): Row[] => rows.filter((row) => everything || units.includes(row.unit.id) || ids.includes(keyOf(row)));

/** Rows under their units, in the order in which they come. */
export function underUnits<Row extends { unit: { id: string; name: string } }>(rows: readonly Row[]) {
  const units = new Map<string, { id: string; name: string; rows: Row[] }>();
  for (const row of rows) {
    const unit = units.get(row.unit.id) ?? { ...row.unit, rows: [] };
    unit.rows.push(row);
    units.set(row.unit.id, unit);
  }
  return [...units.values()];
}
