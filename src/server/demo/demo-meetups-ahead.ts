import type { DemoMeetup } from './demo-meetup.ts';

/** The cafés to come, and two that stand between cafés and are not for everybody. */
export const otherMeetups: readonly DemoMeetup[] = [
  {
    turn: 1,
    title: 'Listening before we speak',
    description: `
      What have people been trying to tell us? Three of us have spent a while only listening: at the desk, at the market, on the 12. Come
      and say what you have heard, or what you have been saying.

      You need no topic and no job title. The first pot of tea is on us.`,
    venue: 'kettle',
    host: 'ada',
    secondHost: 'folake',
    topics: [
      ['Every complaint read aloud, for a week', 'What did we hear that we had not read?', 'sunita'],
      ['What I wish the council had asked me', 'Which question have you been waiting for?', 'edwin'],
      ['Posters made by bus drivers', 'What are you asked ten times a day?', 'gwen'],
    ],
    places: 20,
    taken: 18,
    notYet: ['rosa', 'lena', 'kofi', 'parveen'],
  },
  {
    turn: 2,
    title: 'With people, not at them',
    description: `
      Volunteers, wardens, parents at the gate: about everybody who speaks for us without being paid for it, and what they should get in
      return. **We have moved from the Lock Keeper’s Tea Room** so that everybody can get in without a ramp.`,
    venue: 'library',
    movedFrom: 'lock',
    host: 'phoebe',
    secondHost: 'idris',
    topics: [
      ['Thank-you cards that people keep', 'What did somebody do for you that nobody noticed?', 'phoebe'],
      ['Parents who run the group better', 'When should we leave the room?', 'zainab'],
      ['River wardens at the door', 'Would you knock at midnight?', 'Bill, warden of Lower Wharf'],
    ],
    places: 16,
    taken: 16,
    waiting: [3, 1],
    notYet: ['rosa', 'lena', 'kofi', 'parveen', 'ada'],
    hours: ['17:30', '19:00'],
  },
  {
    turn: 3,
    title: 'The back of the drawer',
    description: `
      Bring the thing you have always wanted to try and never did. We choose the smallest three at the table and try them before the
      following café. The topics below are only to warm up.`,
    venue: 'bandstand',
    host: 'lena',
    secondHost: 'ben',
    topics: [
      ['A newsletter that is read aloud', 'Who would rather listen?', 'lena'],
      ['Bees on the town hall', 'What do you tell people who are afraid of them?', 'ben'],
      ['One day without the word “service”', 'What would we call ourselves?', 'elliot'],
    ],
    places: 26,
    overbookPercent: 10,
    kept: { seats: { 'first-timer': 4, partner: 0, public: 2 }, daysBefore: 7 },
    taken: 4,
    notYet: ['rosa', 'kofi', 'parveen', 'ada'],
  },
  {
    turn: -3,
    daysAfter: 23,
    title: 'Owners’ hour: hand-overs',
    description: `For colleagues who own a channel, or deputise for somebody who does. Bring your laptop and the phone that gets the code.`,
    venue: 'library',
    host: 'kofi',
    secondHost: 'nadia',
    topics: [
      ['Two people for everything', 'Who could post for you tomorrow?', 'kofi'],
      ['The second step at sign-in', 'What if the phone is in the canal?', 'nadia'],
      ['Checked on', 'When did you last look at your own record?', 'gwen'],
    ],
    places: 16,
    hours: ['12:30', '13:30'],
    circle: 'staff',
  },
  {
    turn: 0,
    daysAfter: 1,
    title: 'Tea behind the counter',
    description: `Three quarters of an hour when the doors are shut. For colleagues; bring the question you could not answer this week.`,
    venue: 'library',
    host: 'ben',
    secondHost: 'gwen',
    topics: [
      ['The question behind the question', 'What did they really want to know?', 'elliot'],
      ['A card with three numbers', 'Which three would you print?', 'gwen'],
      ['Saying no kindly', 'Which sentence worked?', 'sunita'],
    ],
    places: 8,
    taken: 8,
    notYet: ['lena', 'kofi', 'ada'],
    lastMinute: { leaves: 'elliot', asked: 'lena' },
    hours: ['16:30', '17:15'],
    circle: 'staff',
  },
  {
    turn: 1,
    daysAfter: 21,
    title: 'Partners’ breakfast',
    description: `Porridge, and what we should tell each other before we tell the town. For partners and staff.`,
    venue: 'hospital',
    host: 'parveen',
    secondHost: 'shona',
    topics: [
      ['The same word for the same thing', 'Who says “clinic”, who says “hub”, and what do people say?', 'parveen'],
      ['One calendar of campaigns', 'Which week would you rather have had to yourself?', 'nadia'],
      ['When one of us gets it wrong', 'What would you like the others to do?', 'shona'],
    ],
    places: 12,
    taken: 12,
    waiting: [1, 1],
    notYet: ['lena', 'kofi'],
    hours: ['08:30', '09:45'],
    circle: 'partner',
  },
  {
    turn: 1,
    today: true,
    title: 'Tea at the town hall',
    description: `
      For whoever works in the building, by the stairs. Hosts: open **At the door** above and let people in; it goes on working
      when the wifi by the stairs does not.`,
    venue: 'library',
    host: 'ada',
    secondHost: 'lena',
    topics: [
      ['What the front desk hears first', 'What were you asked today?', 'folake'],
      ['A notice that worked', 'Where was it, and who read it?', 'tomasz'],
      ['One thing to stop doing', 'Who would miss it?', 'kofi'],
    ],
    places: 16,
    taken: 11,
    circle: 'staff',
  },
];
