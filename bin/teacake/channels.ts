import { Command } from 'commander';
import { exportCommand } from './export-channels.ts';
import { importCommand } from './import-channels.ts';

export const channelsCommand = new Command('channels')
  .description('Take channels into the register from a file, or write them to one.')
  .addCommand(importCommand)
  .addCommand(exportCommand);
