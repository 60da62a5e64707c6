// Makes what is missing before `npm start` or `npm test`: dependencies, the built site, a browser for the tests.
// Plain JavaScript without dependencies: on a new machine it runs before anything is installed, on whatever Node is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'bin', 'content', 'db', 'public', 'astro.config.mjs', 'tsconfig.json', 'package-lock.json'];
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

install();
if (process.argv.includes('--build')) build();
if (process.argv.includes('--built')) findBuild();
if (process.argv.includes('--test-tools')) {
  findBrowser();
  findPostgres();
}

function install() {
  const wanted = hash(readFileSync('package-lock.json', 'utf8'));
  if (isStamped('node_modules/.installed', wanted)) return;
  say('Installing dependencies …');
  // Not `npm ci`: it refuses a lock that lacks the binaries of some platform, as one made behind a partial registry does.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync('node_modules/.installed', wanted);
}

function build() {
  const wanted = hashOfSources();
  if (isStamped('dist/.built', wanted)) return;
  say('Building the site …');
  run('npm', ['run', '--silent', 'build']);
  writeFileSync('dist/.built', wanted);
}

/** A build that is there stays, even an older one: a site may be running from it, on a database that it has not migrated. */
function findBuild() {
  if (!existsSync('dist/.built')) return build();
  if (!isStamped('dist/.built', hashOfSources()))
    say('(The code has changed since it was built: this is the tool as it was then.)');
}

function hashOfSources() {
  return hash(SOURCES.flatMap(listFiles).map(fingerprint).join('\n'));
}

function findBrowser() {
  if (['chromium-headless-shell', 'chromium'].some((name) => existsSync(`/usr/bin/${name}`))) return;
  // The shell is Chromium without windows: quicker. Not every Debian has it.
  installFromDebian('Chromium', ['chromium-headless-shell', 'chromium']);
}

function findPostgres() {
  const isOnPath = spawnSync('initdb', ['--version'], { stdio: 'ignore' }).status === 0;
  const hasServer = (version) => existsSync(join(DEBIAN_POSTGRES, version, 'bin/initdb'));
  const isInstalled = existsSync(DEBIAN_POSTGRES) && readdirSync(DEBIAN_POSTGRES).some(hasServer);
  if (!isOnPath && !isInstalled) installFromDebian('PostgreSQL', ['postgresql']);
}

/** Installs the first of these packages that there is. */
function installFromDebian(what, names) {
  if (process.getuid?.() !== 0) stop(`The tests need ${what}. Install it first: sudo apt-get install ${names[0]}`);
  say(`Installing ${what} for the tests …`);
  run('apt-get', ['update', '-qq']);
  const install = ['install', '-y', '-qq', '--no-install-recommends'];
  const isThere = names
    .slice(0, -1)
    .some((name) => spawnSync('apt-get', [...install, name], { stdio: 'ignore' }).status === 0);
  if (!isThere) run('apt-get', [...install, names.at(-1)]);
}

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

function fingerprint(path) {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
}

function run(command, args) {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env });
  if (status !== 0) stop(`"${command} ${args.join(' ')}" did not succeed. What it said is above.`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}

function isStamped(path, wanted) {
  return existsSync(path) && readFileSync(path, 'utf8') === wanted;
}

function say(sentence) {
  console.error(sentence);
}
