import { Command } from 'commander';
import { DatabaseProblem } from '#db/database.ts';
import { SettingsProblem } from '#server/settings.ts';
import { backupCommand } from './teacake/backup.ts';
import { channelsCommand } from './teacake/channels.ts';
import { lessonsCommand } from './teacake/lessons.ts';
import { mailCommand } from './teacake/mail.ts';
import { meetupsCommand } from './teacake/meetups.ts';
import { rolesCommand } from './teacake/roles.ts';
import { loadEnvironment } from './teacake/settings.ts';

/** The administrator's tool: `npm run teacake -- COMMAND`. */
const teacake = new Command('teacake')
  .usage('COMMAND [options]')
  .description(
    'Look after a Teacake site from the command line. Settings come from the environment or .env, as for the site itself.',
  )
  .addCommand(backupCommand)
  .addCommand(rolesCommand)
  .addCommand(channelsCommand)
  .addCommand(meetupsCommand)
  .addCommand(lessonsCommand)
  .addCommand(mailCommand)
  .showHelpAfterError('Add --help to see what this command takes.');

loadEnvironment();
teacake.parseAsync().catch((error: unknown) => {
  const known = error instanceof DatabaseProblem || error instanceof SettingsProblem;
  console.error(known ? error.message : error);
  process.exit(1);
});
