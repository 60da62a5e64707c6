import { absences } from './absences.ts';
import { admin } from './admin.ts';
import { appeals } from './appeals.ts';
import { bulkChannels } from './bulk-channels.ts';
import { callerTopics } from './caller-topics.ts';
import { callers } from './callers.ts';
import { channelAccess } from './channel-access.ts';
import { channelChanges } from './channel-changes.ts';
import { channels } from './channels.ts';
import { closings } from './closings.ts';
import { closures } from './closures.ts';
import { collections } from './collections.ts';
import { commentReports } from './comment-reports.ts';
import { comments } from './comments.ts';
import { corrections } from './corrections.ts';
import { demo } from './demo.ts';
import { digests } from './digests.ts';
import { door } from './door.ts';
import { electionPeriods } from './election-periods.ts';
import { emergency } from './emergency.ts';
import { follows } from './follows.ts';
import { gate } from './gate.ts';
import { guests } from './guests.ts';
import { handOvers } from './hand-overs.ts';
import { hostLetters } from './host-letters.ts';
import { leavers } from './leavers.ts';
import { lessonConfirmations } from './lesson-confirmations.ts';
import { lessonInvitations } from './lesson-invitations.ts';
import { lessonRevisions } from './lesson-revisions.ts';
import { lessonSchedules } from './lesson-schedules.ts';
import { lessons } from './lessons.ts';
import { letters } from './letters.ts';
import { lookAlikes } from './look-alikes.ts';
import { marginNotes } from './margin-notes.ts';
import { meetups } from './meetups.ts';
import { moderation } from './moderation.ts';
import { notes } from './notes.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { plainWords } from './plain-words.ts';
import { register } from './register.ts';
import { requests } from './requests.ts';
import { results } from './results.ts';
import { reviews } from './reviews.ts';
import { rsvps } from './rsvps.ts';
import { runningOrder } from './running-order.ts';
import { series } from './series.ts';
import { sheets } from './sheets.ts';
import { signIn } from './sign-in.ts';
import { tables } from './tables.ts';
import { tokens } from './tokens.ts';
import { topics } from './topics.ts';
import { tryOuts } from './try-outs.ts';
import { units } from './units.ts';
import { venues } from './venues.ts';
import { webmentions } from './webmentions.ts';

export const server = {
  absences,
  follows,
  series,
  admin,
  appeals,
  bulkChannels,
  callers,
  callerTopics,
  channelAccess,
  channelChanges,
  channels,
  closings,
  closures,
  collections,
  commentReports,
  comments,
  corrections,
  demo,
  digests,
  door,
  electionPeriods,
  emergency,
  gate,
  guests,
  handOvers,
  hostLetters,
  leavers,
  lessonConfirmations,
  lessonInvitations,
  lessonRevisions,
  lessonSchedules,
  lessons,
  letters,
  lookAlikes,
  marginNotes,
  meetups,
  moderation,
  notes,
  people,
  pictures,
  plainWords,
  register,
  results,
  reviews,
  requests,
  rsvps,
  runningOrder,
  sheets,
  signIn,
  tables,
  tokens,
  topics,
  tryOuts,
  units,
  venues,
  webmentions,
};
