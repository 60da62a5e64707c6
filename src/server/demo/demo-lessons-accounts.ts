import type { DemoLesson } from './demo-lesson.ts';

/** Accounts, newsletters, film, and the register of all of them. */
export const accountsLessons: readonly DemoLesson[] = [
  {
    title: 'One list of every channel: we had guessed forty',
    tryThis: 'Ask five teams for “everything you speak through”, including paper. Multiply by three.',
    wanted: `
      Somebody had complained to us on an account we did not know we had. We wanted one list: what it is, who answers, and
      whether it is really ours.`,
    happened: `
      We guessed forty channels. After asking every team we had 96, and after asking *partners, schools and the people who
      answer the phones* we had 147. Twenty-two had nobody who could sign in. One had been quietly run for six years by a
      retired colleague, rather well.

      The list went up for everybody to see. In the first week three residents told us of accounts that only looked like ours.`,
    why: `
      Nobody had done anything wrong. Channels are opened for a good reason on a busy day, and there was no day on which
      somebody would have closed them.`,
    nextTime: `
      Ask for paper first. Teams that say “we don’t do social media” have four notice boards and a van. And record an owner *and*
      a deputy from the start: asking again for the deputy took longer than making the list.`,
    worked: 'yes',
    by: ['kofi'],
    units: ['communications'],
    tags: ['register', 'hand-over', 'trust'],
    channels: ['Sandford Council on Facebook', 'Town Hall front desk'],
    from: -12,
  },
  {
    title: 'Eleven accounts closed in one afternoon',
    tryThis: 'Invite the owners of quiet accounts to one table, bring biscuits, and close them together.',
    wanted: `
      Nineteen accounts had said nothing for a year. Mails to their owners came back as “yes, must look at that”. We wanted to
      close those that could go without losing anybody who still wrote to them.`,
    happened: `
      We booked a room for three hours. For each account we asked: *who would miss it, and where should they go instead?* Eleven
      were closed there and then, with a last post that says where to go. Five were merged. Three were kept, because somebody
      at the table told us whom they serve.

      In the months after we had two complaints, both about the same account, and both were right. We opened that one again.`,
    why: `Closing something alone feels like failing. In company, with a list, it feels like tidying up.`,
    nextTime: `
      Park the name, don’t delete the account: one handle that we had released in earlier years now sells trainers under our
      crest. Write the last post before you press anything.`,
    worked: 'yes',
    by: ['kofi', 'nadia'],
    units: ['communications'],
    tags: ['closing', 'register', 'social-media'],
    channels: ['Sandford Council on Facebook', 'Lock Museum on X'],
    from: -3,
  },
  {
    title: 'From a weekly newsletter to a monthly one',
    tryThis: 'Skip an issue without saying so, and see who asks.',
    wanted: `
      The library newsletter took a day a week, and the day was mine. I wanted it back for the reading groups, without losing
      the 4,200 people on the list.`,
    happened: `
      I left out two weeks. Nine people asked whether I was ill. So we went to the first Friday of the month, with five things
      instead of fourteen, each with one sentence and one day.

      - 6 in 10 open it now; it had been 3 in 10
      - it fills the author evenings within a day or two
      - 38 people left the list, and 260 joined in the same half year`,
    why: `When there is always another one on Friday, today’s can be missed. Five things fit on a phone without scrolling twice.`,
    nextTime: `
      Ask readers what the five should be. They wanted *what has just come back in* (popular books on the shelf today), which had
      never once been in it. Print twenty copies for the desk: they go by noon.`,
    worked: 'yes',
    by: ['lena'],
    units: ['libraries'],
    tags: ['newsletters', 'events', 'closing'],
    channels: ['Library newsletter'],
    from: -3,
  },
  {
    title: 'A hand-over takes three weeks, not one mail',
    tryThis: 'Let the new owner post while the old one is still in the building.',
    happened: `
      When our bus information officer changed jobs, we wrote down every step: access, the second step at sign-in (it was on her
      own phone), the recovery address, the drafts, the people who always write. There were 14 steps for one account. With one
      mail on the last day we would have done two.`,
    nextTime: `
      Start on the day somebody gives notice. The list of steps hangs in the kitchen now, and the first one is “whose phone is the
      code sent to?”`,
    worked: 'yes',
    by: ['kofi', 'gwen'],
    units: ['communications', 'streets'],
    tags: ['hand-over', 'register'],
    channels: ['Sandford Buses on X'],
    from: -3,
  },
  {
    title: 'Let the class write it',
    tryThis: 'Give a college class a real brief, one hour with the people it is about, and the last word.',
    wanted: `
      Apprenticeships at the council had eleven applicants for nine places. Our film had drone shots and a director who said
      “exciting opportunities”.`,
    happened: `
      Second-year media students met three apprentices for an hour and then made what *they* would watch: 25 seconds, on a phone, an
      apprentice gardener showing her blisters and her first wage slip. It was seen and sent on more than anything we had made,
      and we had **64 applicants**, a third of them from schools that had never sent one.`,
    why: `
      They knew what they would scroll past. They asked what it pays, which we had left out because the sum seemed low. It was the
      most shared line in it.`,
    nextTime: `
      Agree at the start what cannot be changed, which was very little: no names of customers, and everybody in the picture says yes
      twice, before and after. Pay them. We gave vouchers, and should have put it in the budget.`,
    worked: 'yes',
    by: ['marguerite', 'ada'],
    units: ['communications', 'sandford-college'],
    tags: ['young-people', 'video', 'jobs'],
    channels: ['Sandford Council on Instagram', 'Sandford College on TikTok'],
    from: -8,
  },
  {
    title: 'Story time on film: fine for us, not for the children',
    tryThis: 'Before you film anything for under-fives, watch one child watch it.',
    wanted: `Families who can’t come on Tuesdays at ten should have story time too. We planned one film a week.`,
    happened: `
      We made fourteen. Each took half a day, most of it on permissions from publishers. They were watched by 30 to 50 people,
      mostly other librarians. When I sat beside a three-year-old who knew me from the library, she watched for forty seconds and
      then asked the screen when it was her turn to say the bear.`,
    why: `Story time is not the story. It is shouting the bear together, and a biscuit, and Mum talking with somebody.`,
    nextTime: `
      We took the half day and put it into a second story time on Saturday. It is full. If we film again, then 30 seconds of a song
      that families can sing in the car, without any book, so no permissions.`,
    worked: 'no',
    by: ['bronagh'],
    units: ['libraries'],
    tags: ['video', 'families', 'events'],
    channels: ['Sandford Libraries on YouTube'],
    from: -8,
  },
  {
    title: 'The youth council had our account for a day',
    tryThis: 'Hand it over with three rules on a card, and sit in the same room saying nothing.',
    wanted: `We wanted young people to see that the council’s account is theirs too, and to hear what they would do with it.`,
    happened: `
      Four members of the youth council, 15 to 17, ran our Instagram from nine to six. The rules: no names without asking, nothing
      about elections, and if in doubt ask Freya. They asked followers where in town they don’t feel safe after dark, and put 212
      answers on a map by tea time. *The lamp at the canal steps was mended that week.*`,
    why: `They asked one plain question and really wanted to know. We tend to ask five and know the answers already.`,
    nextTime: `
      Book the people who can mend things for the same day. A councillor and the lighting engineer came by chance; had they not, it
      would have been one more survey. And order more pizza.`,
    worked: 'yes',
    by: ['freya'],
    guest: 'Four members of the Sandford Youth Council',
    units: ['children', 'communications'],
    tags: ['young-people', 'social-media', 'surveys'],
    channels: ['Sandford Council on Instagram', 'Sandford Youth Council on Instagram'],
    from: -8,
  },
  {
    title: 'Answer, hide or leave it?',
    tryThis: 'Write down three kinds of comment you never answer, and stop thinking about them.',
    happened: `
      We argued about each rude comment, for up to an hour. Now a card on the desk has three columns: *answer* (a question, however
      rude), *leave* (an opinion, also an unkind one) and *hide and keep a copy* (a threat, a private person’s name, an insult to
      somebody’s race, faith or body). Two colleagues sort alike in 9 of 10 cases; before it was a matter of mood.`,
    nextTime: `Criticism stays, we should have printed that on top. And whoever hides something tells a second person the same day.`,
    worked: 'yes',
    by: ['nadia'],
    units: ['communications'],
    tags: ['social-media', 'complaints', 'trust'],
    channels: ['Sandford Council on Facebook'],
    from: -5,
  },
  {
    title: 'A WhatsApp group for the family hub, opened and closed',
    tryThis: 'Before you open a group, decide who looks at it on Saturday night.',
    wanted: `Parents asked for it: quick answers, and each other.`,
    happened: `
      140 parents in two weeks, and it was lovely, until a Saturday evening when somebody posted about her ex-husband by name. Nobody
      of us saw it until Monday. We wrote to everyone, closed the group, and opened a channel in which only the hub posts.`,
    why: `A group is a room, and we had left a room open all weekend without anybody in it.`,
    nextTime: `
      The one-way channel has 400 followers and no Saturday nights. For talking with each other, the parents run their own group
      now, and it is better because it is theirs.`,
    worked: 'no',
    by: ['zainab'],
    units: ['children'],
    tags: ['families', 'social-media', 'closing'],
    channels: ['Family hub channel on WhatsApp', 'Family hub parents’ group'],
    daysAgo: 260,
  },
];
