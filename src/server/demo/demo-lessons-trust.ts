import type { DemoLesson } from './demo-lesson.ts';

/** Bad days, rumours, and being understood by everybody. */
export const trustLessons: readonly DemoLesson[] = [
  {
    title: 'Warn by street, not by town',
    tryThis: 'Split your warning list by the streets that really flood, and say the street in the first three words.',
    wanted: `
      Our flood texts went to 6,300 people in the whole town. After the third one that did not concern them, 900 had signed off,
      among them 40 who live by the river.`,
    happened: `
      With the river wardens we drew eleven small areas. The text now starts “Mill Street and Lower Wharf: …” and tells one thing to
      do by when. On the night of the next high water we sent it to 212 homes. The wardens knocked at every door an hour later: in
      nine homes out of ten the cars were already up the hill.

      Nobody has signed off since.`,
    why: `A warning for everybody is for nobody. People know their street floods, what they want to know is *tonight?*`,
    nextTime: `
      Send an “it is over” as well. We forgot, and two families slept in a sports hall for nothing. Practise once a year in daylight
      with a text that says PRACTICE first and last.`,
    later: `the area by the old mill was drawn wrong: we moved the line by four houses after one of them told us so.`,
    worked: 'yes',
    by: ['rhys'],
    units: ['resilience'],
    tags: ['emergencies', 'text-messages', 'floods'],
    channels: ['Flood warning texts', 'Sandford Council on X'],
    from: -9,
  },
  {
    title: 'Who may speak at 3 am',
    tryThis: 'Write the names and the order on one page, and ring the third name once a quarter at a silly hour.',
    happened: `
      In the storm our first person was on a plane and the second had a new phone without the app. It took 70 minutes until the
      first word from us, and by then the local group had its own story. The list has five names now, each with access that is tried
      out every quarter. At the last exercise it took nine minutes.`,
    nextTime: `
      Keep three sentences ready that are true in any night: what we know, what we don’t, and when we say more. The names and numbers
      are in the sealed folder in the duty room, not in here.`,
    worked: 'yes',
    by: ['rhys', 'nadia'],
    units: ['resilience', 'communications'],
    tags: ['emergencies', 'out-of-hours', 'hand-over'],
    channels: ['Sandford Council on X'],
    from: -9,
    circle: 'staff',
  },
  {
    title: 'A smoke alarm and a cup of tea',
    tryThis: 'Let the neighbour make the appointment.',
    happened: `
      We had written to 900 older people who live alone and offered a free safety visit. 31 said yes. Then the good neighbours asked
      the same people over the fence, with our card in hand. 240 visits in two months, and in 17 kitchens we switched something off
      on the spot.`,
    nextTime: `Train the neighbours for an hour first. One of them promised a new cooker.`,
    worked: 'yes',
    by: ['danuta', 'desmond'],
    units: ['westmere-fire', 'voluntary-action'],
    tags: ['neighbours', 'safety', 'older-people'],
    channels: ['Home safety visits line', 'Good neighbours telephone'],
    from: -9,
  },
  {
    title: 'A rumour about the school crossing',
    tryThis: 'Answer a rumour where it runs, in the first hour, with somebody whose face people know.',
    wanted: `
      On a Tuesday at eight a post said that a man had tried to pull a child into a car at the Park Road crossing. By nine it had 600
      shares. It was a grandfather, and a child who did not want to put her coat on.`,
    happened: `
      The school rang us at 8.40, we rang the council. At 9.05 the sergeant stood at the crossing and said it into a phone: what had
      been seen, who the man was (not his name), and that the child was in class with her coat on. That film went into the three
      groups where the rumour was, *not only on our own page*. By noon people were correcting each other.`,
    why: `
      A text with a crest looks like a denial. A person at the very crossing looks like somebody who went and had a look. And it came
      before people had made up their minds.`,
    nextTime: `
      Have the three group admins’ numbers beforehand; we lost twenty minutes. Thank the person who posted first. She was
      frightened, and she took it down herself.`,
    worked: 'yes',
    by: ['shona', 'leila'],
    units: ['westmere-police', 'streets'],
    tags: ['rumours', 'schools', 'video', 'trust'],
    channels: ['Sandford Police on Facebook', 'Sandford Council on Facebook'],
    from: -2,
  },
  {
    title: 'Letters that looked like ours',
    tryThis: 'Show people a fake and a real one side by side and let them find the difference.',
    happened: `
      Somebody sent “council tax refund” letters with our crest. We put the fake and a real one on a table in the library, without
      saying which was which, and asked. Four in ten chose wrong, also two of our own managers. We now say on every bill what we
      will *never* ask for, and where to check a number or a link.`,
    nextTime: `Do it before there is a fake. And do it at the bank as well: the manager there was glad to have us.`,
    worked: 'yes',
    by: ['grace'],
    units: ['resilience', 'council-tax'],
    tags: ['scams', 'letters', 'trust'],
    from: -2,
  },
  {
    title: 'Questions about the jab, asked over tea',
    tryThis: 'Bring one person who knows and no leaflets. Stay until the last question.',
    wanted: `In two parts of town half as many people were vaccinated as elsewhere. Letters, posters and a bus had not changed that.`,
    happened: `
      A practice nurse and I went to the mosque’s kitchen, to the rugby club and to the nail bar, twice each, for as long as people had
      questions. We brought cake and answered: *Will I be ill tomorrow? Is it in my notes if I say no? My cousin says …* We offered
      nothing on the spot.

      In the six weeks after, 380 people from those streets booked. At the second visit people brought their parents.`,
    why: `Nobody had lacked information. They had lacked somebody whom they could ask a silly question without a queue behind them.`,
    nextTime: `
      Go a third time, since the questions get better. Let the place invite, in its own words: “Amara is coming again with the cake”
      works better than our best poster.`,
    worked: 'yes',
    by: ['amara'],
    units: ['public-health'],
    tags: ['health', 'rumours', 'going-there', 'trust'],
    channels: ['Health questions over tea'],
    from: -2,
  },
  {
    title: 'Easy read for the letter after an assessment',
    tryThis: 'Read your letter with three people it is for. Every time they stop, that is your work.',
    wanted: `
      After a care assessment people get nine pages. We wanted a version that a person with a learning disability, or one who is
      simply very tired, can use without a daughter beside them.`,
    happened: `
      With the self-advocacy group we made two pages with pictures: what we talked about, what will happen, when, and **what you can do
      if you do not agree**. Families of *all* kinds now ask for “the one with the pictures”. Appeals did not go up, as our lawyers
      had feared. Calls that ask what the letter means almost stopped.`,
    why: `It was never about disability alone. Anybody who has just heard that their mother cannot go home reads like a ten-year-old.`,
    nextTime: `
      Pay the group as experts, by the hour, from the first meeting. And change the system that writes the letters before announcing
      anything: for a month we filled them in by hand.`,
    worked: 'yes',
    by: ['miriam', 'dilip'],
    units: ['adult-care'],
    tags: ['accessibility', 'letters', 'plain-words'],
    channels: ['Letter after a care assessment'],
    from: -4,
  },
  {
    title: 'Subtitles in ten minutes',
    tryThis: 'Let the phone make the subtitles, correct the names, and burn them in.',
    wanted: `Our films had subtitles “when there is time”, which means two out of forty.`,
    happened: `
      We stopped ordering them and use what the phone offers: speak, read it through once, mend the names (it wrote “the lost museum”
      for the Lock Museum) and save. It takes about ten minutes for a film of one minute. All our films since have them. People
      watch twice as long, most of them with the sound off.`,
    why: `They are not only for deaf people. They are for the bus, for the bedroom with the sleeping baby, and for a strong accent.`,
    nextTime: `
      Speak in short sentences in the first place. Leave the lower fifth of the picture empty when filming: our early ones cover
      people’s hands, which is where the work is.`,
    later: `the housing and the parks team do the same. It is eight minutes by now.`,
    worked: 'yes',
    by: ['odette'],
    units: ['museums'],
    tags: ['video', 'accessibility'],
    channels: ['Lock Museum on YouTube'],
    from: -4,
  },
  {
    title: 'Large print first',
    tryThis: 'Lay out the large-print version first and make the other one from it.',
    happened: `
      Large print used to come last, as a photocopy at 140 %. For the spring programme I began with 18 point and had to throw out half of
      the words. Nobody missed them. The small version is better than any before, and 300 of the large ones went, not ten.`,
    nextTime: `Tell writers the limit before they write. I now give them a frame, not a number of words.`,
    worked: 'yes',
    by: ['elliot'],
    units: ['communications', 'libraries'],
    tags: ['accessibility', 'posters', 'plain-words'],
    channels: ['What’s On booklet'],
    daysAgo: 178,
  },
];
