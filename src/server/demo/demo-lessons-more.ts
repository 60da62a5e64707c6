import type { DemoLesson } from './demo-lesson.ts';

/** Museums, families, partners, and a few that only some may read. */
export const moreLessons: readonly DemoLesson[] = [
  {
    title: 'Who is in this photograph?',
    tryThis: 'Post the one picture you know least about, and ask one question.',
    happened: `
      We post an unknown photograph each Thursday with one question: *who, where, or what is she holding?* Of 40, 31 have a name now. An 88-year-old
      recognised her own wedding in number 12 and came with the rest of the album.`,
    nextTime: `Have a form ready for what people tell you. The first ten answers are in the comments of a post, and that is no archive.`,
    worked: 'yes',
    by: ['callum'],
    units: ['museums'],
    tags: ['photos', 'older-people', 'social-media'],
    channels: ['Sandford Archive on Facebook'],
    daysAgo: 33,
  },
  {
    title: 'What people type into our search box',
    tryThis: 'Print the hundred words people search your site for. Read them aloud in a meeting.',
    happened: `
      Number one was “bin”, in nineteen spellings. Number four was “phone number”. Number eleven was “help”. Nobody had looked for
      “waste management services”, which was the name of the page. We renamed twelve pages after what people had typed, and the
      calls that begin with “I can’t find …” fell by a third.`,
    nextTime: `Do it each quarter. And look at “help”: it leads to a page with people to ring now, not to help with the website.`,
    worked: 'yes',
    by: ['kofi'],
    units: ['communications', 'customer-service'],
    tags: ['plain-words', 'website'],
    channels: ['sandford.example'],
    daysAgo: 226,
  },
  {
    title: 'Fostering on the breakfast show',
    tryThis: 'Let a foster carer’s grown-up child speak. Keep the officer out of the studio.',
    happened: `
      Two slots on Radio Sandford. In the first I explained the process, and two people rang. In the second a young man of 24 told what his
      foster mother used to put into his lunch box. 40 rang that morning. Of all 42, three families are being assessed, which is good
      for fostering, and it took a year.`,
    nextTime: `Have somebody at the phones until the evening. People think it over at lunch and ring at eight.`,
    worked: 'partly',
    by: ['patrick'],
    units: ['children'],
    tags: ['radio', 'families'],
    channels: ['Council hour on Radio Sandford', 'Fostering line'],
    daysAgo: 105,
  },
  {
    title: 'A shop-front guide the size of a card',
    tryThis: 'Whatever your guide is, fold it until it fits a shirt pocket.',
    happened: `
      The guide to old shop fronts had 64 pages and 30 readers. As a folded card with six drawings, “keep this, this and this”, sign-writers
      carry it in the van. Of the last 20 new fronts in Mill Street 16 kept the console brackets; of the 20 before it was 7.`,
    nextTime: `Ask a sign-writer to draw it. Ours corrected a bracket that I had got wrong for years.`,
    worked: 'yes',
    by: ['anjali'],
    units: ['planning'],
    tags: ['leaflets', 'plain-words'],
    channels: ['Shop-front card'],
    daysAgo: 332,
  },
  {
    title: 'What people over eighty really use',
    tryThis: 'Ask “who told you?” for one month, and write down the person, not the medium.',
    happened: `
      I asked 52 people at the day centre how they had learned of the last five things they went to. “My daughter read it to me” came first,
      then the chemist, the church, the paper, the driver of our minibus. The website came up twice, and was a bank’s.`,
    nextTime: `We now write for daughters, on their phones, and print for the chemist. The minibus driver gets a list each Monday.`,
    worked: 'yes',
    by: ['joan'],
    units: ['adult-care'],
    tags: ['older-people', 'surveys', 'neighbours'],
    channels: ['Day centre minibus list', 'Sandford & District Times column'],
    daysAgo: 62,
  },
  {
    title: 'Sundays, with volunteers and one librarian',
    tryThis: 'Try a new opening hour for ten weeks, and say so on the door.',
    wanted: `Families asked for Sundays. We had money for one member of staff and no more.`,
    happened: `
      For ten Sundays one librarian and four volunteers opened from one to four. 180 people came each time, two thirds of them on no other
      day. Then two volunteers fell ill in the same week and we had to close with an hour’s notice, twice.`,
    nextTime: `Six volunteers, not four. And close a quiet Wednesday evening for it: on average nine people came then.`,
    worked: 'partly',
    by: ['idris', 'phoebe'],
    units: ['libraries', 'voluntary-action'],
    tags: ['opening-hours', 'volunteers', 'families'],
    channels: ['Central Library door sign'],
    daysAgo: 294,
  },
  {
    title: 'A card the size of a bus ticket',
    tryThis: 'Print the one number on something that survives a wet pocket.',
    happened: `
      People who may lose their home don’t keep folders. We had a plastic card made with one number and “ring before they change the locks,
      we know what they are allowed to do”. Bus drivers, barbers and the food bank hand it out. Of 88 who rang, 51 still had a home
      to keep. In the year before, it had been 19 of 70.`,
    nextTime: `Ask where they got it. We forgot for a month, and do not know whether the barbers or the drivers should have the next 500.`,
    worked: 'yes',
    by: ['hannah'],
    units: ['housing'],
    tags: ['phone', 'going-there', 'leaflets'],
    channels: ['Keep your home line'],
    daysAgo: 12,
  },
  {
    title: 'The police surgery moved to the café',
    tryThis: 'Sit in the window with a sign that says “Ask me about bikes”.',
    happened: `
      In the police post’s office two people came in a month. In the window of the Copper Kettle, with a bike-marking kit on the table, it is 15 an
      hour. A third of them, when the bike is done, say “while I’m here …”.`,
    nextTime: `Turn the radio down and order something. The owner asked us to stay on as it is quiet on Mondays.`,
    worked: 'yes',
    by: ['harpreet', 'shona'],
    units: ['westmere-police'],
    tags: ['going-there', 'safety'],
    channels: ['Police surgery at the Copper Kettle'],
    daysAgo: 239,
  },
  {
    title: 'Hospital radio asks, the ward answers',
    tryThis: 'Let a volunteer carry the microphone from bed to bed for one question.',
    happened: `
      Mondays at six we ask one question, such as “what did you have for tea as a child?”, and the answers from the wards are the programme. The
      night sister says that Mondays are quieter. Visitors now bring the question home, and four care homes have asked for it.`,
    nextTime: `Two clean microphones, and a signed slip before, not after.`,
    worked: 'yes',
    by: ['colm', 'parveen'],
    units: ['riverside-trust'],
    tags: ['radio', 'health', 'older-people'],
    channels: ['Riverside hospital radio'],
    daysAgo: 171,
  },
  {
    title: 'Night questions to the midwife',
    tryThis: 'Look at when the questions come before deciding when to answer.',
    happened: `
      Seven in ten messages to our birth line come between ten at night and four. We answered at nine in the morning. For a trial, the ward’s
      quietest midwife looks at them at midnight and at three. Calls to the labour ward fell by a fifth, and *she* likes it. The union is
      talking with us about the pay, so please keep this among partners for now.`,
    nextTime: `Ask the union first.`,
    worked: 'partly',
    by: ['beata'],
    units: ['riverside-trust'],
    tags: ['health', 'out-of-hours', 'families'],
    channels: ['Birth line messages'],
    daysAgo: 53,
    circle: 'partner',
  },
  {
    title: 'Six old passwords in a drawer',
    tryThis: 'Ask one question in each team: “If you won the lottery tonight, who could post tomorrow?”',
    happened: `
      In nine teams of fourteen the honest answer was “nobody”. In one drawer we found six sheets with sign-ins, the newest from 2019. All six
      are shredded, the accounts moved to named roles, and nothing was lost but an old blog.`,
    nextTime: `Ask it again each year, in the week before the holidays. And bring a shredder: it makes the point.`,
    worked: 'yes',
    by: ['kofi'],
    units: ['communications'],
    tags: ['hand-over', 'register', 'safety'],
    daysAgo: 117,
    circle: 'staff',
  },
  {
    title: 'A sheet for mail addresses at the market stall',
    tryThis: 'Put out a clipboard.',
    happened: `A hundred people wrote down their addresses in one morning, one below the other.`,
    nextTime: `More clipboards.`,
    worked: 'yes',
    by: ['carol'],
    units: ['waste'],
    tags: ['events', 'newsletters'],
    daysAgo: 208,
    withdrawn: `Everybody in the line could read the addresses of those before them. We should not have done it, and nobody should copy it. We have told the people on the sheet, and a new lesson will say how we do it now: one card each, into a box.`,
  },
];
