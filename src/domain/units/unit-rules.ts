interface Branch {
  id: string;
  parentId: string | null;
}

/** The ids of a unit and of every unit under it. Rows that name each other as parents end the walk, not the site. */
export function withUnitsBelow(units: readonly Branch[], id: string): string[] {
  const found = new Set([id]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const { id, parentId } of units) if (parentId !== null && found.has(parentId)) found.add(id);
  }
  return [...found];
}

/** A unit and every unit above it, itself first. */
export function unitsAbove<Unit extends Branch>(units: readonly Unit[], id: string): Unit[] {
  const line: Unit[] = [];
  let at = units.find((unit) => unit.id === id);
  while (at && !line.includes(at)) {
    line.push(at);
    const { parentId } = at;
    at = units.find((unit) => unit.id === parentId);
  }
  return line;
}
