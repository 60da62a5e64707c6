/**
 * Each line: name | where it is | owner | deputy | objective | audience | state. See `demo-channels.ts` for how they are read.
 * All handles, hosts and numbers are invented.
 */
export const communitiesChannels = {
  libraries: `
    Sandford Libraries on Facebook    | https://www.facebook.com/sandford.demo.libraries   | lena    | idris   | Say what is on this week and answer questions about loans | Readers of all ages |
    Sandford Libraries on Instagram   | https://www.instagram.com/sandford.demo.libraries  | lena    | bronagh | Show what has just come back in | Readers under forty |
    Sandford Libraries on YouTube     | https://www.youtube.com/@sandforddemolibraries     | bronagh | lena    | Songs and finger games to do in the car | Families with small children | overdue
    Sandford Libraries on X           | https://x.com/sandf_demo_lib                       | lena    | -       | Say what is on this week | Readers | closed merged > Sandford Libraries on Facebook
    Library newsletter                | newsletter: First Friday of the month, 4,400 readers | lena  | idris   | Fill events and bring people to the shelves | Card holders who said yes to mail |
    Sandford Reads                    | podcast: Every second month, from the library’s cupboard | idris | -  | Let readers tell each other about books | People who cook or drive |
    libraries.sandford.example        | https://libraries.sandford.example/                | idris   | lena    | Renew, reserve, find out when we are open | Everyone |
    Central Library door sign         | notice_board: By the revolving door, Market Square | idris   | lena    | Say when we are open today | Everyone who stands before it |
    Nether Sandford notice board      | notice_board: By the bus shelter, Nether Sandford  | tomasz  | lena    | Say what is new, on the first Monday | The village, and people waiting for the bus |
    Mobile library: Nether Sandford   | mobile_library_stop: Church Lane, every second Tuesday, 10.30 am | tomasz | idris | Bring books and news to the door | The village |
    Mobile library: Harrow Green      | mobile_library_stop: Phone box, every second Thursday, 11 am | tomasz | idris | Bring books and news to the door | Three farms and a school | paused
`,
  museums: `
    Lock Museum on Facebook           | https://www.facebook.com/sandford.demo.lockmuseum  | odette  | saoirse | Get people to the lock at two o’clock | Families within an hour’s drive |
    Lock Museum on Instagram          | https://www.instagram.com/sandford.demo.lockmuseum | odette  | saoirse | Show hands at work | People who make things |
    Lock Museum on YouTube            | https://www.youtube.com/@sandforddemolockmuseum    | odette  | callum  | One minute, one tool, with subtitles | Schools and the curious |
    Lock Museum on X                  | https://x.com/sandf_demo_lock                      | odette  | -       | Announce events | Nobody could say | closed no-audience > Lock Museum on Facebook
    Lock Museum entrance screen       | digital_screen: Above the ticket desk              | winston | odette  | Three things to do today | Visitors |
    Small Stages posters              | poster_run: 30 laundrettes, barbers and take-aways | saoirse | elliot  | Fill small concerts | People with ten minutes to wait |
    Small Stages on TikTok            | https://www.tiktok.com/@sandforddemostages         | saoirse | -       | Show the players, not the poster | Under twenty-fives |
    Sandford Archive on Facebook      | https://www.facebook.com/sandford.demo.archive     | callum  | odette  | Find out who is in the photographs | People who grew up here |
    Sandford Archive on Flickr        | https://www.flickr.com/photos/sandford-demo-archive | callum | -      | Let people use our photographs | Researchers, schools, the paper | overdue
    lockmuseum.sandford.example       | https://lockmuseum.sandford.example/               | odette  | winston | Opening times and school bookings | Visitors and teachers |
    What’s On booklet                 | printed_newsletter: Four times a year, 9,000, in cafés and surgeries | saoirse | elliot | Put everything that is on into one pocket | Residents who do not look it up |
`,
  'adult-care': `
    Adult care first contact          | 01632 960130                                       | miriam  | joan    | Talk to a person on the same day | Anybody worried about somebody | emergency 4
    Letter after a care assessment    | letter: Two pages with pictures, within five days  | miriam  | dilip   | Say what will happen and how to disagree | People who have just been assessed |
    Carers’ newsletter                | newsletter: Every second month                     | dilip   | joan    | Tell carers what they can claim | 1,150 carers |
    Carers’ group at the Copper Kettle | event_stall: Back room, Thursdays, 7.30 pm        | dilip   | joan    | Talk with people who know | Carers |
    Sandford Carers on WhatsApp       | https://whatsapp.com/channel/0029VaSandfordDemoCarers1 | dilip | -     | Reminders that fit between two tablets | Carers under sixty |
    Day centre minibus list           | leaflet: Each Monday, on the seats                 | joan    | kwame   | Say what is on this week, in large print | People over eighty and their daughters |
    Day centre notice board           | notice_board: Elm Road day centre, by the coats    | joan    | kwame   | Lunch, outings, birthdays | Members | overdue
`,
  children: `
    Family hub channel on WhatsApp    | https://whatsapp.com/channel/0029VaSandfordDemoHub01 | zainab | freya  | Say what is on at the hub this week | 400 parents |
    Family hub parents’ group         | https://chat.whatsapp.com/SandfordDemoParents1     | zainab  | -       | Let parents talk to each other | Parents | closed other > Family hub channel on WhatsApp
    Family hub week poster            | poster_run: School gates and two supermarkets, weekly | zainab | elliot | Show the week in nine pictures | Families, whatever they read | in pl ur
    Family hub on Facebook            | https://www.facebook.com/sandford.demo.familyhub   | zainab  | patrick | Playgroups, and questions at odd hours | Parents |
    Family hub front desk             | counter: Canalside hub, weekdays 9 am to 4 pm      | zainab  | patrick | Somebody to ask, with a baby on the arm | Families |
    Sandford Youth Council on Instagram | https://www.instagram.com/sandford.demo.youth    | freya   | nadia   | What young people want the council to hear | 11 to 18 |
    Sandford Youth Council on Snapchat | https://www.snapchat.com/add/sandforddemoyouth    | freya   | -       | Same again | 11 to 18 | closed no-audience > Sandford Youth Council on Instagram
    Fostering line                    | 01632 960141                                       | patrick | lewis   | The first talk about fostering, until 8 pm | People who are thinking about it |
    Fostering in Sandford on Facebook | https://www.facebook.com/sandford.demo.fostering   | patrick | zainab  | Information evenings and true stories | Adults with a spare room | overdue
    Fostering in Sandford on LinkedIn | https://www.linkedin.com/showcase/sandford-demo-fostering | patrick | lewis | Reach people through their employer | Large employers in the county | requested
    School admissions mailbox         | admissions@sandford.example                        | lewis   | zainab  | Places, appeals, moves in the middle of the year | Parents |
`,
  'public-health': `
    Health questions over tea         | event_stall: Mosque kitchen, rugby club, nail bar  | amara   | rowan   | Answer what nobody dares to ask | Streets where few are vaccinated |
    Stop smoking texts                | sms:07700900151                                    | ines    | amara   | One text at the hardest moment of the day | People who have just stopped |
    Stop smoking on Facebook          | https://www.facebook.com/sandford.demo.stopsmoking | ines    | -       | Cheer each other on | People who have stopped or want to | overdue
    Sandford Well on X                | https://x.com/sandf_demo_well                      | rowan   | ines    | Health campaigns | Journalists, mostly | overdue
    Tuesday walk from the bandstand   | event_stall: Bandstand, Tuesdays, 10 am, any weather | rowan | ines    | Get people moving and talking | Anybody, at two speeds |
    Air quality screen                | digital_screen: Corner of Bridge Road              | stephen | rowan   | Today’s air in one word | People who walk past |
    Air quality page                  | web_page: https://sandford.example/air             | -       | -       | The figures behind the word | Residents with asthma, schools |
    Chemist’s bag leaflet             | leaflet: 12,000 a quarter, in eleven chemists      | amara   | ines    | One question to ask your chemist | People who collect a prescription |
`,
} as const;
