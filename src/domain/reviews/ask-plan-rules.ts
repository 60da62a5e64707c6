import { isOfTerm, type Step, stepToday } from './review-ask-rules.ts';

interface Reachable {
  id: string;
  name: string;
  email: string;
}

type Office = { id: string | null; name: string | null; email: string | null; leftAt: Date | null } | null;

interface Due {
  id: string;
  slug: string;
  name: string;
  platform: string;
  unitId: string;
  dueOn: string | null;
  owner: Office;
  deputy: Office;
}

interface Asked {
  channelId: string;
  step: Step;
  askedOn: string;
  name: string;
}

/** One channel to ask somebody about. */
export interface Question {
  channel: { id: string; slug: string; name: string; platform: string; dueOn: string | null };
  step: Step;
  to: Reachable;
  /** Who is away, where `to` stands in for somebody. */
  for: Reachable | null;
  /** Who was asked before in this term. */
  before: readonly Pick<Asked, 'name' | 'askedOn'>[];
}

export interface Circumstances {
  asked: readonly Asked[];
  keepers: readonly Reachable[];
  /** The lead of each unit that has one. */
  leads: ReadonlyMap<string, Reachable>;
  /** Who stands in for whom, by the id of who is away. */
  covers: ReadonlyMap<string, Reachable>;
  /** The people who had a letter lately. */
  quiet: ReadonlySet<string>;
  today: string;
}

/** What to ask today, one list for each person. Nobody is bothered twice in a week, unless something climbs to them. */
export function planQuestions(due: readonly Due[], at: Circumstances): Question[][] {
  const asked = Map.groupBy(at.asked, ({ channelId }) => channelId);
  const questions = due.flatMap((channel) => questionsAbout(channel, asked.get(channel.id) ?? [], at));
  const byPerson = Map.groupBy(questions, ({ to }) => to.id);
  return [...byPerson.values()].filter((theirs) => theirs.some((question) => isUrgent(question, at)));
}

function isUrgent({ channel, before, to }: Question, { quiet, today }: Circumstances): boolean {
  if (before.length > 0) return true;
  return !quiet.has(to.id) && (channel.dueOn ?? today) <= today;
}

function questionsAbout(channel: Due, all: readonly Asked[], at: Circumstances): Question[] {
  const asked = all.filter((one) => isOfTerm(one, channel.dueOn));
  const owner = reachable(channel.owner);
  const deputy = reachable(channel.deputy);
  const step = stepToday({ hasOwner: owner !== null, hasDeputy: deputy !== null }, asked, at.today);
  if (!step) return [];
  const lead = at.leads.get(channel.unitId);
  const office = step === 'owner' ? owner : step === 'deputy' ? deputy : (lead ?? null);
  const people = office ? [office] : [...at.keepers];
  const before = asked.filter(({ step: earlier }) => earlier !== step);
  const { id, slug, name, platform, dueOn } = channel;
  const questions = people.map((person) => {
    const cover = at.covers.get(person.id);
    const whom = { to: cover ?? person, for: cover ? person : null };
    return { channel: { id, slug, name, platform, dueOn }, step, before, ...whom };
  });
  return [...new Map(questions.map((question) => [question.to.id, question])).values()];
}

function reachable(office: Office): Reachable | null {
  if (!office?.id || !office.email || office.leftAt) return null;
  return { id: office.id, name: office.name ?? '', email: office.email };
}
