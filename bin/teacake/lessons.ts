import { statSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Database } from '#db/database.ts';
import { type ImportedLesson, importLessons } from '#domain/lessons/lesson-import-commands.ts';
import { listImportedKeys } from '#domain/lessons/lesson-origin-queries.ts';
import type { LessonEditor } from '#domain/lessons/lesson-rules.ts';
import { holdBack, type OutsidePost } from '#domain/lessons/outside-post-rules.ts';
import { ensurePerson } from '#domain/people/people-commands.ts';
import { listRoleHolders } from '#domain/people/people-queries.ts';
import { circleOf } from '#domain/people/people-rules.ts';
import { CIRCLES, type Circle, circlesSeenBy } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { openMarkdown } from '#server/markdown.ts';
import { lessonOf } from '#server/outside-posts/post-lesson.ts';
import { takePostPictures } from '#server/outside-posts/post-pictures.ts';
import { openFolder, pictureFolderOf } from '#server/pictures/picture-store.ts';
import { openPictures } from '#server/pictures/pictures.ts';
import type { Settings } from '#server/settings.ts';
import { readOrStop, stop } from './files.ts';
import { type PostImport, sayPosts } from './lesson-words.ts';
import { mailFrom } from './mail-address.ts';
import { withDatabase } from './settings.ts';

interface Options {
  by: string;
  from: string;
  site?: string;
  authors?: string;
  circle: Circle;
  dryRun?: true;
}

/** Few enough that the site waits only a moment for each write. */
const POSTS_AT_A_TIME = 25;

const importCommand = new Command('import')
  .description('Make lessons of the posts of another site: a folder of Markdown files, or a feed in a file.')
  .argument('DIR|FEED', 'a folder, or a file with RSS, Atom or JSON Feed')
  .requiredOption('--by <mail>', 'who answers for them here: the address of somebody on the staff', mailFrom)
  .requiredOption('--from <name>', 'whom to credit, such as “Example blog”')
  .option('--site <address>', 'the site the files come from, so that links inside it lead there', siteFrom)
  .option('--authors <file>', 'names for the keys of authors: a JSON record to a line, with slug and display_name')
  .addOption(new Option('--circle <circle>', 'who can read them').choices(CIRCLES).default('public'))
  .option('--dry-run', 'say what would happen and change nothing')
  .addHelpText(
    'after',
    `
Each post keeps its date, authors, tags and text; one of a day to come waits as a draft; what a lesson cannot hold is told, post by post, and the original is kept
beside it. Pictures that lie in the folder and say what they show come along; others, and films, become links. What was imported before stays as it is here, so that the same folder can
be imported again, also after an interruption.`,
  )
  .action((path: string, options: Options) =>
    withDatabase((database, settings) => importPosts(database, settings, path, options)),
  );

export const lessonsCommand = new Command('lessons')
  .description('Make lessons of what others have told.')
  .addCommand(importCommand);

async function importPosts({ read, write }: Database, settings: Settings, path: string, options: Options) {
  const now = new Date();
  if (!(await isStaff(read, options.by, settings)))
    return stop(`${options.by} cannot answer for these: choose somebody on the staff.`);
  const found = await readPosts(path, options, settings.timeZone);
  const known = await listImportedKeys(read);
  const told: PostImport = { isDry: options.dryRun ?? false, added: [], known: [], leftOut: [], pictures: 0 };
  const editor = options.dryRun ? undefined : await write((tx) => editorOf(tx, options.by, settings, now));
  const pictures = editor && openPictures(openFolder(pictureFolderOf(settings.databaseUrl)));
  const markdown = openMarkdown();
  for (let at = 0; at < found.length; at += POSTS_AT_A_TIME) {
    const lessons: ImportedLesson[] = [];
    for (const one of found.slice(at, at + POSTS_AT_A_TIME)) {
      const lesson =
        one.kind === 'post' && !known.has(one.post.key) && (await prepare(holdBack(one.post, now, settings.timeZone)));
      if (one.kind === 'left-out') told.leftOut.push(one);
      else if (!lesson) told.known.push(one.post);
      else if (typeof lesson === 'string') told.leftOut.push({ key: one.post.key, sentence: lesson });
      else lessons.push(lesson);
    }
    if (editor) await write((tx) => importLessons(tx, editor, { lessons, siteName: options.from }, now));
    told.added.push(...lessons.map(({ post }) => post));
    told.pictures += lessons.map((one) => (editor ? one : one.post).pictures.length).reduce((all, few) => all + few, 0);
  }
  await markdown.close();
  console.log(sayPosts(told));

  async function prepare(read: OutsidePost): Promise<ImportedLesson | string> {
    const { post, taken } = pictures ? await takePostPictures(read, pictures) : { post: read, taken: [] };
    const about = { lessonId: newId(), circle: options.circle, siteName: options.from, pictures: taken };
    const wish = await lessonOf(post, about, markdown);
    return typeof wish === 'string' ? wish : { post, wish, pictures: taken };
  }
}

/** The libraries that read posts are large: only this command loads them. */
async function readPosts(path: string, { site, authors }: Options, zone: string) {
  const { readFeedFile } = await import('#server/outside-posts/feed-file.ts');
  const { readNames } = await import('#server/outside-posts/post-facts.ts');
  const { readPostFolder } = await import('#server/outside-posts/post-folder.ts');
  const names = readNames(authors ? readOrStop(authors).toString('utf8') : '');
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return readPostFolder(path, { siteUrl: site ?? null, names, zone });
  const feed = readFeedFile(readOrStop(path).toString('utf8'), zone);
  return typeof feed === 'string' ? stop(feed) : feed;
}

/** By the domain of their address, or by a role that they hold. */
async function isStaff(read: Database['read'], email: string, settings: Settings): Promise<boolean> {
  if (circleOf(email, { ...settings, organisationId: undefined }) === 'staff') return true;
  return (await listRoleHolders(read)).some((holder) => holder.email === email);
}

type Tx = Parameters<Parameters<Database['write']>[0]>[0];

async function editorOf(tx: Tx, email: string, settings: Settings, now: Date): Promise<LessonEditor> {
  const { id, circle } = await ensurePerson(tx, { id: newId(), email, domains: settings, now });
  return { person: { id }, circle, circles: circlesSeenBy(circle), isAdmin: false };
}

function siteFrom(typed: string): string {
  const url = URL.parse(typed);
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  throw new InvalidArgumentError('Give a whole address, such as https://blog.example.org.');
}
