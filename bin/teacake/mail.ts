import { Command } from 'commander';
import { listGivenUp } from '#domain/mail/outbox-queries.ts';
import { withDatabase } from './settings.ts';

export const mailCommand = new Command('mail')
  .description('Show letters that could not be sent after a day of trying.')
  .action(() =>
    withDatabase(async ({ read }) => {
      const letters = await listGivenUp(read);
      for (const { recipient, subject, lastProblem } of letters)
        console.log(`${recipient}\t${subject}\t${lastProblem}`);
      console.log(
        letters.length === 0
          ? 'Every letter has gone out.'
          : `${letters.length} could not be sent. An admin can send them again at /admin.`,
      );
    }),
  );
