import type { DemoLesson } from './demo-lesson.ts';

/** Bins, buses, parks and potholes. */
export const townLessons: readonly DemoLesson[] = [
  {
    title: 'Thank first: stickers on bins',
    tryThis: 'Give a green “thank you” to the right bins for a fortnight before the first red sticker.',
    wanted: `
      One recycling bin in five had nappies, food or a kettle in it. A spoilt load costs £900. The red “CONTAMINATED” sticker had
      made people angry and nothing else.`,
    happened: `
      On two rounds the crews put a small green sticker on every bin that was right: *“Just right. Thank you, from Jamal’s crew.”* On two
      others we went on as before. After a month spoilt bins had gone from 21 to 12 in a hundred on the green rounds, and stayed at 20
      on the others. People put the stickers in their windows. A boy asked for one for his toy lorry.`,
    why: `
      When most bins in the street say thank you, the one without stands out, and nobody has been told off. Crews like giving them more
      than red ones, so they look more closely.`,
    nextTime: `
      Use a glue that comes off: ours is still there. Stop after four weeks and come back in half a year; by week six nobody looked. Let
      the crew sign with their names.`,
    picture: {
      file: 'thank-you-sticker.png',
      alt: 'Two bins in front of a brick wall. The blue one has a round green sticker with a tick on it.',
      credit: 'The crew of round 12',
      licence: 'CC BY 4.0',
    },
    worked: 'yes',
    by: ['deryn', 'jamal'],
    units: ['waste'],
    tags: ['recycling', 'stickers', 'crews'],
    channels: ['Stickers on bins', 'Sandford Bins on Facebook'],
    daysAgo: 160,
  },
  {
    title: 'The food waste caddy in the show kitchen',
    tryThis: 'Show the thing where people stand when they decide about it: at the sink.',
    happened: `
      Four leaflets had said that the caddy does not smell. Then a kitchen shop in Mill Street let us put one in its show kitchen, filled
      for three days, with the lid on. “Go on, sniff.” In six weeks 410 people took a caddy home from there. We think one in three
      uses it, going by the weight.`,
    nextTime: `Change the peelings each morning. On one hot day we forgot, and it did smell.`,
    worked: 'yes',
    by: ['carol'],
    units: ['waste'],
    tags: ['recycling', 'going-there'],
    daysAgo: 250,
  },
  {
    title: 'Ask the drivers first',
    tryThis: 'Ride along on one round with the map on your knees before you change a collection day.',
    happened: `
      The planning software moved Canalside from Tuesday to Thursday. On paper it saved 11 miles. The driver looked at it for ten seconds:
      “Thursday is the market, we’d stand there until noon.” We moved three streets back and the missed collections that we had feared
      did not come.`,
    nextTime: `Pay the drivers an hour for it, and put their names on the map. They check it like their own.`,
    worked: 'yes',
    by: ['jamal', 'priya'],
    units: ['waste'],
    tags: ['crews', 'collection-days'],
    daysAgo: 426,
  },
  {
    title: 'The queue at the tip, on a page',
    tryThis: 'One photograph every five minutes is better than any forecast.',
    happened: `
      A camera looks down on the lane (no faces, no number plates) and puts one picture on a page every five minutes. 900 people look on a
      Saturday. The worst queue went from 70 minutes to 35, as people come at one instead of at ten.`,
    nextTime: `Ask the data protection officer first, not third. And say on the page when the picture was taken: ours froze once, and looked lovely.`,
    worked: 'yes',
    by: ['priya'],
    units: ['waste'],
    tags: ['queues', 'website'],
    channels: ['Tip queue page'],
    daysAgo: 88,
  },
  {
    title: 'A bench with a phone number',
    tryThis: 'Screw a small plate with a number and a code on everything that can break.',
    happened: `
      We fixed plates to 120 benches: “Broken? Text BENCH 47 to us.” In four months 63 texts: 22 about the bench, 19 about dogs, 9 about
      loneliness. We mended 20 benches within a week, and did not at first know what to do with the nine.`,
    nextTime: `Agree beforehand who rings back when it is not about the bench. Now the good neighbours do. That was the best of it.`,
    worked: 'partly',
    by: ['isla', 'desmond'],
    units: ['parks', 'voluntary-action'],
    tags: ['text-messages', 'neighbours', 'signs'],
    channels: ['Bench texts'],
    daysAgo: 190,
  },
  {
    title: 'Tell people their number on the allotment list',
    tryThis: 'If there is a queue, say where in it people are. Once a year, unasked.',
    happened: `
      People waited six years and rang each spring to ask. Now each gets a postcard in January: “You are number 41. Last year 12 plots came
      free.” Calls went from 200 to 15. And 60 people took their name off, because they had moved, or had a garden by now.`,
    nextTime: `Add what they can do meanwhile. “Share half a plot” found 18 pairs in one year.`,
    worked: 'yes',
    by: ['marek'],
    units: ['parks'],
    tags: ['queues', 'letters', 'promises'],
    channels: ['Allotment postcard'],
    daysAgo: 368,
  },
  {
    title: 'Children mark the map',
    tryThis: 'Give every child in the class three stickers: like, boring, scared.',
    happened: `
      For the new play area in Canalside we put a map of three square metres on the floor of two schools. 310 children stuck 900 stickers.
      The *scared* ones made a line along the path behind the garages, which no adult had ever named. The money for the second swing
      went into two lamps and a gap in the hedge.`,
    nextTime: `Walk there with them afterwards. Half of the “boring” ones turned out to mean “locked”.`,
    worked: 'yes',
    by: ['tess'],
    units: ['parks', 'children'],
    tags: ['young-people', 'consultation', 'safety'],
    daysAgo: 142,
  },
  {
    title: 'Potholes: close the loop',
    tryThis: 'Send the photograph of the mended hole to the person who reported it.',
    happened: `
      The crew takes a picture anyway. We now send it back automatically: “Mended on Tuesday by Ray and Abdul.” Thank-yous went from none
      to about ten a week, which Ray reads out. But when a hole is *not* mended, because it is not deep enough, our message is as
      grey as ever, and that is two thirds of all reports.`,
    nextTime: `Write the “no” as well as the “yes”: how deep it is, how deep it must be, and when somebody will look again.`,
    worked: 'partly',
    by: ['alastair'],
    units: ['streets'],
    tags: ['roads', 'forms', 'promises'],
    channels: ['Report it form'],
    daysAgo: 218,
  },
  {
    title: 'Bus stop posters made by bus drivers',
    tryThis: 'Ask a driver what she is asked ten times a day, and print that.',
    happened: `
      Three drivers on the 12 wrote down their ten questions. “Do you stop at the hospital *door*?” is now on the pole, in letters as big as
      the number of the bus. It has hung for five weeks. Drivers say they are asked less; we have not counted yet.`,
    nextTime: `Count before and after. We were too keen to hang it. Now we can only ask the drivers what they think.`,
    worked: 'too-early',
    by: ['gwen'],
    guest: 'Three drivers of the 12, Westmere Buses',
    units: ['streets'],
    tags: ['buses', 'posters', 'crews'],
    channels: ['Bus stop panels'],
    daysAgo: 19,
  },
  {
    title: 'An open hour before you knock through a wall',
    tryThis: 'Be at the builders’ merchant at seven, with a coffee, on the same day each week.',
    happened: `
      Builders ring us when the wall is gone. So on Wednesdays from seven to eight I stand at the counter of the merchant’s. Five to ten
      people ask something each time, mostly “do I need a beam?”. Stop notices on small jobs halved in a year.`,
    nextTime: `Bring the form on paper. Nobody fills in anything on a phone with plaster on their fingers.`,
    worked: 'yes',
    by: ['hugo'],
    units: ['planning'],
    tags: ['going-there', 'counters'],
    channels: ['Building control at the merchant’s counter'],
    daysAgo: 275,
  },
];
