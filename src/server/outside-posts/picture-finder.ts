import { realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Where site generators keep what an address from the root means. */
const ROOTS = ['', 'static', 'public', 'assets', 'content'];

/**
 * Finds the file that the address of a picture in a post means: beside the post, or from the root of the folder. Nothing
 * outside the folder is found, whatever a link in it points to.
 */
export function pictureFinder(folder: string, siteUrl: string | null) {
  const home = realpathSync(folder);
  const inside = (path: string): string | undefined => {
    try {
      const file = realpathSync(path);
      return file.startsWith(home + sep) && statSync(file).isFile() ? file : undefined;
    } catch {
      return undefined;
    }
  };
  return (postPath: string, src: string): string | undefined => {
    const path = pathOf(src, siteUrl);
    if (!path) return undefined;
    const places = path.startsWith('/') ? ROOTS.map((root) => join(home, root)) : [join(home, dirname(postPath))];
    return places.map((place) => inside(join(place, path))).find(Boolean);
  };
}

/** The path that an address has inside its site; undefined when it leads elsewhere. */
function pathOf(src: string, siteUrl: string | null): string | undefined {
  const url = URL.parse(src);
  if (url && url.origin !== (siteUrl && URL.parse(siteUrl)?.origin)) return undefined;
  const path = url ? url.pathname : (src.split(/[?#]/)[0] ?? '');
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return undefined;
  }
}
