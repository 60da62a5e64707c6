import { Command, Option } from 'commander';
import { ensurePerson, grantRole } from '#domain/people/people-commands.ts';
import { listRoleHolders } from '#domain/people/people-queries.ts';
import { ROLES, type Role } from '#domain/people/people-rules.ts';
import { newId } from '#server/chance.ts';
import { mailFrom } from './mail-address.ts';
import { withDatabase } from './settings.ts';

const role = new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory();

export const rolesCommand = new Command('roles')
  .description('Show who holds a role, or give one.')
  .addCommand(
    new Command('list').description('Show keepers, moderators and admins.').action(() =>
      withDatabase(async ({ read }) => {
        for (const holder of await listRoleHolders(read))
          console.log(`${holder.role}\t${holder.email}\t${holder.name}`);
      }),
    ),
  )
  .addCommand(
    new Command('grant')
      .description('Give a role to a mail address.')
      .argument('ADDRESS', 'whose role it is', mailFrom)
      .addOption(role)
      .action((email: string, options: { role: Role }) =>
        withDatabase(async ({ write }, settings) => {
          const now = new Date();
          await write(async (tx) => {
            const person = await ensurePerson(tx, { id: newId(), email, domains: settings, now });
            await grantRole(tx, { personId: person.id, role: options.role, grantedById: null, now });
          });
          console.log(`${email} is ${options.role} now.`);
        }),
      ),
  );
