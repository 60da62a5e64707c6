/** A policy as its file in `content/policy/` says; the words themselves are rendered by its page. */
export interface Policy {
  key: string;
  title: string;
  version: number;
  effectiveFrom: string;
  whatChanged: string;
  needsAgreement: boolean;
}

/** What somebody says who agrees to a version of a policy: shown beside the button, signed on paper, and kept. */
export const statementOf = ({ title, version }: Pick<Policy, 'title' | 'version'>): string =>
  `I have read “${title}”, version ${version}, and I keep to it.`;

export interface Question {
  ask: string;
  options: readonly string[];
  /** Which of the options is right, from 0. */
  right: number;
  /** Said to whoever chose another. */
  because: string;
}

export const ROLES = ['owner', 'deputy', 'host'] as const;
export type TrainedRole = (typeof ROLES)[number];

/** A module as its file in `content/training/` says. */
export interface TrainingModule {
  key: string;
  title: string;
  summary: string;
  version: number;
  minutes: number;
  format: 'read' | 'watch' | 'session';
  validMonths: number;
  requiredFor: readonly TrainedRole[];
  /** How many right answers pass. */
  passMark: number;
  questions: readonly Question[];
  order: number;
}

/** The open rule and the training, as they are in force. */
export interface Rulebook {
  policies: readonly Policy[];
  modules: readonly TrainingModule[];
}

/** Whether somebody who answers for a channel needs a module. */
export const isForChannels = ({ requiredFor }: Pick<TrainingModule, 'requiredFor'>): boolean =>
  requiredFor.includes('owner') || requiredFor.includes('deputy');
