import type { DemoLesson } from './demo-lesson.ts';

/** Notice boards, signs, posters and counters: where people already are. */
export const placesLessons: readonly DemoLesson[] = [
  {
    title: 'A notice board that changes on the first Monday',
    tryThis: 'Name one person and one day a month for each board, and take everything down that day.',
    wanted: `
      At the van’s stops people read the parish notice board while they wait. Ours had a poster for a blood donor session
      that was two years gone. We wanted a board that people look at because it might be new.`,
    happened: `
      Each of our nine boards now has a first Monday. On that day *everything* comes down, even what is still true, and goes
      up again in another order with a line at the bottom: “Changed on Monday by Tomasz. Next time: …”.

      After three months people in Nether Sandford asked me what was new before I had the glass shut. Eleven people came to
      the coding club from a board, more than from any other place.`,
    why: `A thing that never changes becomes wallpaper. The date at the bottom says: somebody was here, it is worth a look.`,
    nextTime: `
      Leave a third of the board empty for others and say how to get on it. Bring a cloth: clean glass did as much as any
      poster. And write down where the keys are, since two boards cost me a morning.`,
    later: `two parish councils have asked for the first Monday on their own boards. The keys now hang in the van, with names on.`,
    worked: 'yes',
    by: ['tomasz'],
    units: ['libraries'],
    tags: ['notice-boards', 'villages', 'posters'],
    channels: ['Nether Sandford notice board', 'Mobile library: Nether Sandford'],
    from: -11,
  },
  {
    title: 'The corridor everybody walks down',
    tryThis: 'Stand in your longest corridor for half an hour and note where people stop. Put the one notice there.',
    wanted: `
      The hospital has 214 notice boards. Patients told us that they had not been told: about parking that is free for
      carers, the quiet room, how to say that a ward is too loud at night.`,
    happened: `
      Two volunteers watched the main corridor on three days. People stop in three places only: at the lift, at the coffee
      trolley, and where the corridor bends and they are not sure of the way. We took down everything else and kept three
      boards with three things each, in large print.

      Claims for carers’ parking went from about 40 to 130 a month, with no other change.`,
    why: `Nobody reads while walking. Where people wait or hesitate they look up, and then they read anything.`,
    nextTime: `
      Ask the porters before you count: they knew all three places. We are now trying the same in two clinics, and in the
      council’s front hall with Folake.`,
    worked: 'yes',
    by: ['parveen'],
    units: ['public-health'],
    tags: ['notice-boards', 'health', 'posters'],
    channels: ['Main corridor boards, Riverside Hospital'],
    from: -11,
  },
  {
    title: 'Posters in three languages, and a fourth',
    tryThis: 'Ask at the school gate which languages people read, not which they speak.',
    happened: `
      We printed the family hub’s week in English, Polish and Urdu. The Polish one worked at once. Of the Urdu readers we met,
      most read English more easily and asked why we had not used pictures. In the end a fourth version with nine pictures and
      almost no words was the one that people photographed.`,
    nextTime: `Start with the pictures. Have each translation read aloud by somebody who is not a translator.`,
    worked: 'partly',
    by: ['zainab', 'elliot'],
    units: ['children', 'communications'],
    tags: ['posters', 'translation', 'families'],
    channels: ['Family hub week poster'],
    from: -11,
  },
  {
    title: 'What people really ask at the counter',
    tryThis: 'For one week put a pencil mark on a sheet for every question. Then move the answers to the door.',
    wanted: `The queue at the front desk went out of the door on most mornings. We thought we needed a third person.`,
    happened: `
      Each of us made a mark for every question for five days: 1,140 marks. The top three were *where is the register office*,
      *can I use the toilet* and *is this the right queue*. They were a third of all questions.

      We hung three signs, the size of a door, and put the ticket machine where people come in. The queue has not reached the
      door since.`,
    why: `We had designed the hall for the business we do. People arrive with another question first: am I in the right place?`,
    nextTime: `
      Count again every half year, in an ordinary week. The fourth question in our list was *can somebody just help me read
      this*, and that became a table with a volunteer on two mornings.`,
    worked: 'yes',
    by: ['folake', 'sunita'],
    units: ['customer-service'],
    tags: ['counters', 'signs', 'queues'],
    channels: ['Town Hall front desk'],
    from: -12,
  },
  {
    title: 'Signs that ask',
    tryThis: 'Replace one “No …” sign with one that says why and asks. Count for a fortnight before and after.',
    wanted: `
      Skylarks nest on the upper meadow from April to July. We had six signs that said “NO DOGS OFF LEAD”. Volunteers counted
      on Sunday mornings: 7 in 10 dogs ran free.`,
    happened: `
      We swapped three signs for *“There are eggs in this grass. Would you put your dog on the lead as far as the gate?”* with a
      drawing of how well hidden the nest is. Beside the old signs nothing changed. Beside the new ones it went down to 3 in 10
      free. People took pictures of the sign, which never happened before.`,
    why: `
      Nobody likes being told. And many honestly did not know that a bird would nest on the ground where everybody walks. “As far
      as the gate” made it short enough to do.`,
    nextTime: `
      Take the signs down in August. A sign that is true for three months and hangs for twelve teaches people not to read.
      Drawings by children from the meadow school last as well as printed ones and are talked about more.`,
    worked: 'yes',
    by: ['ben'],
    units: ['parks'],
    tags: ['signs', 'dogs', 'wildlife'],
    channels: ['Mill Meadows gate signs'],
    from: -6,
  },
  {
    title: 'A planning notice that people stop at',
    tryThis: 'Add a drawing of what will be different, the size of a hand, above the words the law wants.',
    wanted: `The yellow notices on lamp posts are the only thing many neighbours ever get from us. Hardly anybody reads them.`,
    happened: `
      For ten applications we put a small drawing and one sentence above the legal text: *“A second floor on the old bakery.”*
      We got comments from 61 people, against 19 on ten similar ones. More than half of them were in favour, which we are not
      used to. Two developers asked for the template.`,
    why: `The legal words are for lawyers and have to be there. The drawing is for the person with the pushchair.`,
    nextTime: `
      Agree the sentence with the applicant first, as one thought that “blocks the view from number 9” was unfair, and it was.
      Use cable ties that can be cut: we left a mess on four lamp posts.`,
    worked: 'yes',
    by: ['cerys'],
    units: ['planning'],
    tags: ['signs', 'consultation', 'plain-words'],
    channels: ['Planning notices on lamp posts'],
    from: -6,
  },
  {
    title: 'Say when the roadworks end',
    tryThis: 'Put one line on the sign: “We will be gone on Friday evening”, and change it when it is not true.',
    wanted: `Calls about roadworks are hardly ever about the works. “Until when?” is the question, and our signs did not say.`,
    happened: `
      On four sites we hung a board with the day in letters as tall as a hand, and a magnet to change it. Calls halved. On Mill
      Street we slipped by two days, changed the board the same hour and got three calls, one of them to say thank you.`,
    why: `People plan round nearly anything if they know the day. A wrong day that is put right is better than none.`,
    nextTime: `
      Tell the bus drivers first. They are asked a hundred times a day, and for the first site they had learned it from their
      passengers. And give the foreman the magnets, not us: he is there.`,
    worked: 'yes',
    by: ['nnamdi'],
    units: ['streets'],
    tags: ['signs', 'roads', 'buses'],
    channels: ['Roadworks boards', 'Sandford Streets on X'],
    from: -6,
  },
  {
    title: 'A signing morning at the front desk',
    tryThis: 'One fixed morning a month with an interpreter beats an interpreter “on request”.',
    happened: `
      Deaf residents could book an interpreter five days ahead. In a year nine did. Now a BSL interpreter sits at the
      front desk on the first Thursday, announced by the deaf club and in a signed film of 40 seconds. Between 12 and 20 people
      come each time, with questions that had waited for months.`,
    why: `“On request” means writing a letter in English, which for many is the second language.`,
    nextTime: `Have cake. Half of them stay and talk to each other, and that is when we hear what is wrong with our letters.`,
    worked: 'yes',
    by: ['folake', 'tariq'],
    units: ['customer-service'],
    tags: ['accessibility', 'counters', 'sign-language'],
    channels: ['Signing morning at the Town Hall', 'Sandford Council in BSL'],
    from: -4,
  },
  {
    title: 'A gig poster in the laundrette',
    tryThis: 'Ask where people wait with nothing to do, and ask the owner nicely.',
    happened: `
      For the small stages we put 30 posters in laundrettes, barbers and take-aways instead of on 30 lamp posts. At the door we
      asked 200 people how they had heard: 44 said a poster, and 39 of those had been waiting for chips or a haircut.`,
    nextTime: `Bring tape, and a smaller poster. A2 does not fit beside a price list; A4 always does.`,
    worked: 'yes',
    by: ['saoirse'],
    units: ['museums'],
    tags: ['posters', 'events'],
    channels: ['Small Stages posters'],
    daysAgo: 341,
  },
  {
    title: 'A screen that says one thing',
    tryThis: 'Cut the loop on your entrance screen to one slide for a week, and ask people what it said.',
    happened: `
      The museum’s screen showed fourteen slides of eight seconds. Nobody we asked could name one. With a single slide, “Today: the
      lock opens at 2 pm. Come out and push”, about 30 people turned up at the lock each day, against ten before. But the café
      and the shop missed their slides and asked for them back, and now there are three.`,
    nextTime: `Agree beforehand who may ask for a slide, or it will be fourteen again by winter.`,
    worked: 'partly',
    by: ['winston', 'odette'],
    units: ['museums'],
    tags: ['screens', 'events'],
    channels: ['Lock Museum entrance screen'],
    daysAgo: 96,
  },
];
