import { installRulebook } from '#domain/training/rulebook-commands.ts';
import { isForChannels, statementOf } from '#domain/training/rulebook-rules.ts';
import { acknowledgePolicy, recordTraining } from '#domain/training/training-commands.ts';
import { readRulebook } from '../rulebook.ts';
import { dayOf, daysBefore } from './demo-calendar.ts';
import { type DemoPerson, type DemoRoom, expectKind } from './demo-room.ts';

/** In a hundred colleagues, how many agreed to the policy before it changed, again since, and have been trained. */
const AGREED_IN_HUNDRED = 85;
const AGREED_AGAIN_IN_HUNDRED = 60;
const TRAINED_IN_HUNDRED = 80;
/** Some were trained so long ago that it has expired. */
const LONGEST_AGO_DAYS = 800;

/** Who agreed to the policy, to the last version or the one before, and who has learned what, some of it long ago. */
export async function seedGate(room: DemoRoom) {
  const { tx, now, chance } = room;
  const rulebook = readRulebook();
  const earlier = rulebook.policies.map((policy) => ({ ...policy, version: 1 }));
  await installRulebook(tx, { ...rulebook, policies: earlier }, chance.newId, daysBefore(now, LONGEST_AGO_DAYS));
  const colleagues = [...room.people.values()].filter(({ circle }) => circle !== 'public');
  const agreed = colleagues.filter(() => chance.inHundred(AGREED_IN_HUNDRED));
  for (const person of agreed) await agree(person, 1, 200);
  await installRulebook(tx, rulebook, chance.newId, now);
  for (const person of agreed) if (chance.inHundred(AGREED_AGAIN_IN_HUNDRED)) await agree(person, 2, 20);
  for (const person of colleagues) if (chance.inHundred(TRAINED_IN_HUNDRED)) await train(person);

  async function agree({ id: personId }: DemoPerson, version: number, mostDaysAgo: number) {
    for (const { key: policyKey, title, version: current, needsAgreement } of rulebook.policies) {
      if (!needsAgreement) continue;
      const agreed = { title, version: Math.min(version, current) };
      const wish = { id: chance.newId(), personId, policyKey, version: agreed.version, statement: statementOf(agreed) };
      const at = daysBefore(now, chance.between(1, mostDaysAgo));
      expectKind('agreed', await acknowledgePolicy(tx, { ...wish, how: 'web', enteredById: null }, at));
    }
  }

  async function train({ id: personId }: DemoPerson) {
    const daysAgo = chance.between(20, LONGEST_AGO_DAYS);
    const passedOn = dayOf(daysBefore(now, daysAgo), room.settings.timeZone).toString();
    for (const { key: moduleKey } of rulebook.modules.filter(isForChannels)) {
      const record = { id: chance.newId(), personId, moduleKey, passedOn, enteredById: null, meetupId: null };
      expectKind('recorded', await recordTraining(tx, { ...record, how: 'on-line', score: 100, note: '' }));
    }
  }
}
