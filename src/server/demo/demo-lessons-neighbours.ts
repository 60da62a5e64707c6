import type { DemoLesson } from './demo-lesson.ts';

/** Going to people, doing it together, asking first. */
export const neighboursLessons: readonly DemoLesson[] = [
  {
    title: 'Money advice between the bookshelves',
    tryThis: 'Put the adviser at a table in the library with a jigsaw on it, not behind a door with a sign.',
    wanted: `
      The hardship fund had money left at the end of the year. People who need it don’t come to the “Financial Inclusion Surgery”,
      second floor, by appointment.`,
    happened: `
      For ten weeks Ravi sat in the library on Wednesday afternoons, at the big table, with a 1,000-piece jigsaw. People stopped at the
      jigsaw and talked to it. **143 talks, 96 of them with somebody we had never met.** 61 left with something: a fund payment, a
      cheaper tariff, a benefit they had not known of. On average it was £412 in the year.`,
    why: `You can do a jigsaw without saying that you have a problem. And you can leave it without having said no.`,
    nextTime: `
      Have a quiet corner for the second part of the talk; we used the photocopier room, which is not dignified. Lend the jigsaw. And
      tell the librarians what they may say when Ravi is not there, because they are asked every day now.`,
    worked: 'yes',
    by: ['ravi', 'lena'],
    units: ['council-tax', 'libraries'],
    tags: ['money', 'going-there', 'libraries'],
    channels: ['Money talks at Central Library', 'Money advice line'],
    from: -1,
  },
  {
    title: 'Asking tenants what to stop',
    tryThis: 'Show people the whole budget as twenty coins and let them take three away.',
    wanted: `
      We have to save £180,000 on the estates. In other years we decided and then “consulted”. This time we wanted to ask before we
      knew.`,
    happened: `
      At seven block meetings people got twenty wooden coins, one for each thing we pay for, and had to take three off the table,
      talking it over. 118 tenants did. Nobody took away the caretakers. Five blocks of seven took away the flower beds in front of
      the office, and all seven the printed annual report.

      The decision is in two months. *We have promised to come back to each block with what we did and why.*`,
    why: `Twenty coins are something you can see and argue over with a neighbour. A spreadsheet is ours.`,
    nextTime: `
      Too early to say whether it saves what it must. For now: bring change for the one who takes away four, and write down the
      *reasons* people give each other, not only the result. They were worth more.`,
    worked: 'too-early',
    by: ['maureen'],
    units: ['housing'],
    tags: ['consultation', 'money', 'meetings'],
    channels: ['Block notice board, Larch House', 'Tenants’ meeting, Canalside'],
    from: -1,
  },
  {
    title: 'Fill in the form together',
    tryThis: 'Ask the person to bring somebody they like, and make tea before page one.',
    happened: `
      The benefit form has 31 pages, and half of those we get back have holes in them. Twice a week we fill them in together, the
      person, a friend and one of us. It takes 50 minutes. Not one of 74 forms had to be sent back; elsewhere it is every second.
      The money came three weeks sooner.`,
    why: `The friend remembers the things that the person is too proud to write down.`,
    nextTime: `Print the list of papers to bring on the appointment card, with pictures. We still lose visits for a missing payslip.`,
    worked: 'yes',
    by: ['emeka'],
    units: ['council-tax'],
    tags: ['money', 'forms', 'going-there'],
    channels: ['Benefits appointments line'],
    from: -1,
  },
  {
    title: 'Three topics, no slides, one café',
    tryThis: 'Book a table for twelve, ask three people to start, and do not bring a projector.',
    happened: `
      We had held four “channel owners’ forums” in the committee room with an agenda. Seven people came to the last one. In the café 19
      came, four of them from outside the council. Each topic began with one person saying for two minutes what they had tried. When
      the talk got quiet we moved on. Nobody looked at a phone except to show something on it.`,
    nextTime: `
      Fix the next three dates before leaving, pay for the first round, and keep a chair free: two people who had only wanted a coffee
      joined us and were the best of the morning.`,
    worked: 'yes',
    by: ['ada'],
    units: ['communications'],
    tags: ['meetings', 'events'],
    from: -12,
  },
  {
    title: 'When a resident took the notes',
    tryThis: 'Ask somebody who does not work for you to write down what was said.',
    happened: `
      At the café about promises I offered to take the notes, because I used to do it for the allotment society. I wrote down what I
      understood. Where I did not understand I wrote “???”. There were eleven of those on two pages, and the staff at the table
      could explain only six of them.`,
    nextTime: `I would do it again. I would ask “what does that mean?” aloud and sooner: others wanted to know as well, also the staff.`,
    worked: 'yes',
    by: ['gwendolyn'],
    units: [],
    tags: ['plain-words', 'meetings'],
    from: -5,
  },
  {
    title: 'A consultation of four questions',
    tryThis: 'Cross out every question whose answer would change nothing.',
    happened: `
      Our local plan survey had 46 questions and 212 full answers, nearly all from people over 60. We asked ourselves of each question
      *what would we do differently?*, and four were left. 3,870 people answered, half of them on a phone at the bus stop, a
      quarter under 30. The inspector had no objection.`,
    nextTime: `Publish what you will do with each answer beside the question. We were asked for it so often that we now start with it.`,
    worked: 'yes',
    by: ['stuart'],
    units: ['planning'],
    tags: ['consultation', 'surveys', 'plain-words'],
    channels: ['Have your say Sandford'],
    daysAgo: 311,
  },
  {
    title: 'School street: go round the doors first',
    tryThis: 'Before the notice goes up, ring at each door on the street twice, at different hours.',
    happened: `
      For the first school street we put up notices and had 84 objections. For the second, two of us rang at all 112 doors. We changed
      the times by ten minutes for a carer’s visits and moved a bollard for a wheelchair taxi. Four objections, and 30 people who
      offered to wear the orange coat.`,
    nextTime: `Take the head teacher along. Where she came, we were asked in.`,
    worked: 'yes',
    by: ['leila'],
    units: ['streets'],
    tags: ['consultation', 'schools', 'going-there'],
    channels: ['School streets letter'],
    daysAgo: 203,
  },
  {
    title: 'A carers’ group at half past seven',
    tryThis: 'Ask when people can get away, not whether they are interested.',
    happened: `
      The carers’ group met on Thursdays at two, with a sitting service nobody used. Six came. We asked by phone when they could really
      get out: after the evening tablets, half past seven. Now 15 to 20 come, in the back room of the Copper Kettle, and no one
      needs the sitting service because a neighbour can manage an hour after bedtime.`,
    nextTime: `Bring the benefit forms. Half the talk is about them.`,
    worked: 'yes',
    by: ['dilip'],
    units: ['adult-care'],
    tags: ['carers', 'meetings', 'opening-hours'],
    channels: ['Carers’ group at the Copper Kettle'],
    daysAgo: 131,
  },
  {
    title: 'A walking group without a leaflet',
    tryThis: 'Start at the same bench, at the same time, whatever the weather, and wave.',
    happened: `
      We printed no leaflet for the Tuesday walk. We just went, from the bandstand at ten, and waved at everybody we met. Week one: three
      of us. Week nine: 26. When we asked, 20 had seen us go by, five came with a friend, one had read about it.`,
    nextTime: `Two speeds from the start. In week six the quick ones lost the slow ones at the weir.`,
    worked: 'yes',
    by: ['rowan'],
    units: ['public-health', 'parks'],
    tags: ['health', 'older-people', 'events'],
    channels: ['Tuesday walk from the bandstand'],
    daysAgo: 74,
  },
  {
    title: 'Thank-you cards that volunteers keep',
    tryThis: 'Write by hand what the person did, not that you are grateful.',
    happened: `
      We used to mail a certificate once a year. This time six of us wrote 140 cards in two evenings, each with one thing that the
      person had done: *“You waited with Mr B until the taxi came.”* Nine in ten signed up for another year; it had been seven in ten.
      I saw three of the cards on mantelpieces.`,
    nextTime: `Note such things in the week they happen. In the end we had to ring round for a third of them.`,
    worked: 'yes',
    by: ['phoebe'],
    units: ['voluntary-action'],
    tags: ['volunteers', 'letters'],
    channels: ['Volunteer news'],
    daysAgo: 47,
  },
];
