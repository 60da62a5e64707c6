import type { DemoLesson } from './demo-lesson.ts';

/** Letters, texts and the phone. */
export const lettersLessons: readonly DemoLesson[] = [
  {
    title: 'One side of paper for the council tax reminder',
    tryThis: 'Put the amount, the date and a person’s first name above the fold, and everything else on a web page.',
    wanted: `
      Our reminder was four pages. One in three people who rang about it asked something the letter had already
      answered, on page three. We wanted fewer calls and fewer people sent to court for a bill they could have paid.`,
    happened: `
      We rewrote it with six people who had had one. The new letter has three things at the top: what you owe, by when,
      and **“If you can’t pay, ring us before that day. You will speak to Beatrix or Emeka.”** The law that must be there
      is on the back, in full.

      In the first two months:

      - calls about reminders went from 410 to 260 a month
      - 58 people rang to say they could not pay, who in earlier years had simply not answered
      - summonses went down by about a fifth`,
    why: `
      People don’t read a letter, they look for the number that will hurt. When it is at the top, the rest of the page has
      a chance. A first name made it sound less like a machine, and people asked for us by name.`,
    nextTime: `
      Test the envelope as well. Half of the people in our group said they would not have opened it. And warn the phone
      team a week ahead: the calls that are left are longer and sadder.`,
    worked: 'yes',
    by: ['beatrix', 'emeka'],
    units: ['council-tax', 'customer-service'],
    tags: ['letters', 'plain-words', 'money'],
    channels: ['Council tax reminder letter', 'Council tax phone line'],
    from: -10,
  },
  {
    title: 'A text the day before a repair',
    tryThis: 'Send one text at 4 pm the day before, with a two-hour window and one word to reply.',
    wanted: `
      One repair visit in six found nobody at home. Each costs us about £45, and the tenant waits another fortnight with a
      dripping ceiling.`,
    happened: `
      We send *“Your repair: tomorrow, 10 am to 12 noon, by Stan. Reply MOVE if you can’t be in.”* at four in the
      afternoon. In three months the missed visits fell from 17 in a hundred to 8. About 30 people a week reply MOVE, and
      the plasterer’s empty slot goes to somebody on the waiting list the same evening.

      We had feared rude replies. We got hearts and a photograph of a cat.`,
    why: `
      A card through the door a week before is forgotten. The afternoon before, people are already thinking about tomorrow.
      One word is something you can type on the bus.`,
    nextTime: `
      Ask for the mobile number at every contact, since a third of ours were old. And write for people who share a phone:
      our first text named the repair, which told a teenager about his mother’s bathroom.`,
    worked: 'yes',
    by: ['yusuf'],
    units: ['housing'],
    tags: ['text-messages', 'appointments', 'money'],
    channels: ['Repairs text messages'],
    from: -10,
  },
  {
    title: 'Red ink does not help',
    tryThis: 'Take the red and the capitals out of your next final notice, and count.',
    happened: `
      For eight weeks half of our final notices went out with the old red **FINAL NOTICE** and half with black words that
      said what would happen and when, as in [the reminder](/lessons/one-side-of-paper-for-the-council-tax-reminder).
      Equal numbers paid. But of the red half, nearly twice as many rang, and those calls
      started with shouting.`,
    nextTime: `
      Leave it out everywhere at once. We did one letter at a time, and people who got two of them thought that the calm
      one was a fake.`,
    worked: 'yes',
    by: ['sunita'],
    units: ['customer-service', 'council-tax'],
    tags: ['letters', 'plain-words', 'complaints'],
    from: -10,
  },
  {
    title: 'Ring back within the hour',
    tryThis: 'Offer a call-back after two minutes of waiting, and say the time, not “shortly”.',
    wanted: `On Mondays people waited 23 minutes on average, and 4 in 10 hung up. They then came to the desk, annoyed.`,
    happened: `
      After two minutes the line now says *“We can ring you back before 11.40. Press 1.”* Six in ten press it. We reach
      most of them at the first try. Hanging up fell to 1 in 10, and nobody had to be hired.

      In week three the promise broke: a burst main filled the queue and we rang 70 people after six in the evening. They
      were kind about it, because we said sorry first.`,
    why: `
      The work was always the same number of calls. What people minded was holding: it costs money, it empties the battery,
      and you can’t do anything else.`,
    nextTime: `
      Switch the offer off when the queue is longer than the day. And show the number we ring from: it came up as “private”,
      and many don’t pick up for that.`,
    later: `four in ten callers now choose a time themselves. Half of them say “after the school run”.`,
    worked: 'yes',
    by: ['gareth', 'sunita'],
    units: ['customer-service'],
    tags: ['phone', 'queues', 'promises'],
    channels: ['Sandford Council main phone line'],
    from: -5,
  },
  {
    title: 'Two working days: a promise we can keep',
    tryThis: 'Look at how long your answers took last month, promise the time that nine in ten met, and print it.',
    wanted: `
      Our page said “we aim to respond as soon as possible”. People wrote again after an hour, and again at night. A third
      of all messages were the second or third from the same person.`,
    happened: `
      We took the real figures: nine in ten answers went out within two working days. So we wrote that beside every inbox,
      with the hours when somebody is there. Repeat messages fell by half within a month.

      Two teams asked to promise “the same day”. One kept it for nine days.`,
    why: `A promise is useful when people can plan with it. “Soon” cannot be planned with, so they ask again to be sure.`,
    nextTime: `
      Promise less and look at it every month. We also learned to answer *“I have read this, the answer needs until
      Thursday”*: it counts as an answer, as long as Thursday is true.`,
    worked: 'yes',
    by: ['minh'],
    units: ['customer-service', 'communications'],
    tags: ['promises', 'social-media', 'forms'],
    channels: ['Webchat on sandford.example', 'Sandford Council on Facebook'],
    from: -5,
  },
  {
    title: 'The deadline on the first line',
    tryThis: 'Start the school admissions mail with the date and the word “by”, before “Dear”.',
    happened: `
      Last autumn the mail began *“By 31 October: choose three schools”*. The year before it began with two paragraphs about
      the importance of choice. Late forms went from 94 to 37, and most of those 37 had moved house.`,
    why: `On a phone, people see the sender and eight words. Those eight words were “We are pleased to write to you about”.`,
    nextTime: `Put the same line into the schools’ own newsletters. Two head teachers did, and had no late form at all.`,
    worked: 'yes',
    by: ['lewis'],
    units: ['children'],
    tags: ['letters', 'schools', 'plain-words'],
    daysAgo: 284,
  },
  {
    title: 'The insert with the bill that nobody reads',
    tryThis: 'Before printing 48,000 of anything, give 20 to people in a queue and ask what it said.',
    wanted: `A leaflet about the new garden waste service, posted with the council tax bill, so that postage cost nothing.`,
    happened: `
      We printed 48,000. Three weeks later we asked 60 people in the library whether they had seen it: four had. One of the
      four thought that it was about double glazing. Sign-ups came from the sticker on the bin.`,
    why: `People take out the bill, look at the sum and put the rest straight into the recycling. They told us so, kindly.`,
    nextTime: `No inserts. If it is about the bin, say it on the bin.`,
    worked: 'no',
    by: ['linda', 'carol'],
    units: ['council-tax', 'waste'],
    tags: ['letters', 'leaflets', 'money'],
    channels: ['Insert with the council tax bill'],
    daysAgo: 397,
  },
  {
    title: 'Texts that help people to stop smoking',
    tryThis: 'Ask on day one at what time of day it is hardest, and send the text ten minutes before.',
    happened: `
      We had sent one text each morning at nine. For the second group we asked when it was hardest: after supper, at the bus
      stop, on the phone with a sister. Each person’s text came just before that. After four weeks 31 of 60 had not smoked;
      in the morning group it had been 22 of 58. A small trial, but we believe it.`,
    nextTime: `Let people change the time themselves. By week three the hardest moment had moved for most of them.`,
    worked: 'partly',
    by: ['ines'],
    units: ['public-health'],
    tags: ['text-messages', 'health'],
    daysAgo: 151,
  },
  {
    title: 'Our chat robot and the bereaved',
    tryThis: 'Give the robot ten real questions from your worst day before you let it near anybody.',
    wanted: `Fewer simple questions for the webchat team: opening hours, bin days, where the form is.`,
    happened: `
      For bin days it was good. Then somebody wrote that her husband had died and asked how to stop the direct debit. It
      answered *“Great! I can help you with payments.”* We switched it off the same afternoon and rang her.`,
    why: `It looked for words and had no way to notice what it should not touch. We had tested it with our own questions.`,
    nextTime: `
      Sort by subject first and let a machine answer only those that are never sad. A list of links under the chat box now
      takes away as many questions as the robot did.`,
    worked: 'no',
    by: ['minh', 'sunita'],
    units: ['customer-service'],
    tags: ['forms', 'complaints'],
    channels: ['Webchat on sandford.example'],
    daysAgo: 119,
  },
];
