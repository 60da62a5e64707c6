/** Each line: name | where it is | owner | deputy | objective | audience | state. See `demo-channels.ts`. */
export const customersChannels = {
  'customer-service': `
    Sandford Council main phone line  | 01632 960000                                       | sunita  | gareth  | One number for everything, with a call-back | Everyone | emergency 2
    Town Hall front desk              | counter: Town Hall, ground floor, weekdays 9 am to 5 pm | folake | minh | Answer at once, or walk you to who can | Whoever comes in |
    Signing morning at the Town Hall  | counter: First Thursday, 9 am to noon, with an interpreter | folake | minh | Everything, in British Sign Language | Deaf residents | in bfi
    Upper Wick desk                   | counter: Village hall, alternate Fridays           | folake  | -       | Forms, bags and a chair | The village | overdue
    Webchat on sandford.example       | web_page: https://sandford.example/chat            | minh    | gareth  | Short questions, while you wait | People at work |
    Council on WhatsApp               | https://wa.me/447700900100                         | minh    | gareth  | Photographs and short questions | People who never ring |
    Customer services mailbox         | hello@sandford.example                             | minh    | sunita  | Answer within two working days | Everyone |
    Complaints form                   | web_page: https://sandford.example/complaint       | sunita  | minh    | Put it right, and learn | People we let down |
`,
  'council-tax': `
    Council tax reminder letter       | letter: One side of paper                          | beatrix | emeka   | What, by when, and whom to ring | People who are late |
    Council tax phone line            | 01632 960320                                       | beatrix | linda   | Find a way to pay | Everyone with a bill |
    Insert with the council tax bill  | council_tax_insert: March, 48,000 homes            | linda   | -       | Whatever fitted into the envelope | Nobody, as we found | closed no-audience > Your Sandford magazine
    The yearly bill                   | letter: March, every household                     | linda   | beatrix | What it costs and what it pays for | Every household |
    Benefits appointments line        | 01632 960321                                       | emeka   | ravi    | Fill in the form together | People on a low income |
    Money talks at Central Library    | counter: By the jigsaw, Wednesdays, 1 pm to 5 pm   | ravi    | emeka   | Find money that people may have | Anybody who sits down |
    Money advice line                 | 01632 960322                                       | ravi    | -       | A talk without an appointment | People with bills they can’t pay |
`,
  communications: `
    sandford.example                  | https://sandford.example/                          | kofi    | ada     | Do it on line, in words people use | Everyone |
    Sandford Council on Facebook      | https://www.facebook.com/sandford.demo.council     | nadia   | kofi    | News, answers and arguments in the open | Residents | emergency 6
    Sandford Council on X             | https://x.com/sandford_demo                        | nadia   | ada     | Short news, first in an emergency | Press, partners, residents | emergency 1
    Sandford Council on Instagram     | https://www.instagram.com/sandford.demo.council    | nadia   | elliot  | People of Sandford at work | Under forties |
    Sandford Council on YouTube       | https://www.youtube.com/@sandforddemocouncil       | elliot  | nadia   | Council meetings and short answers | People who could not come |
    Sandford Council in BSL           | https://www.youtube.com/@sandforddemobsl           | elliot  | folake  | Everything important, signed | Deaf residents | in bfi
    Sandford Council on LinkedIn      | https://www.linkedin.com/company/sandford-demo-council | nadia | ada   | Find colleagues | People who might work here |
    Sandford Council on Bluesky       | https://bsky.app/profile/sandford-demo.bsky.social | nadia   | kofi    | Short news, for those who have left elsewhere | Residents and press |
    Sandford Council on Threads       | https://www.threads.com/@sandford.demo.council     | nadia   | -       | Short news | Younger residents | overdue
    Sandford Council on Nextdoor      | https://nextdoor.co.uk/agency/sandford-demo-council | nadia  | kofi    | News by neighbourhood | Householders |
    Sandford Council on TikTok        | https://www.tiktok.com/@sandforddemocouncil        | elliot  | nadia   | Apprentices, by apprentices | 16 to 24 | approved
    Your Sandford magazine            | printed_newsletter: Four times a year, 48,000, each door | ada | elliot | What we do with your money, in large enough print | Every household |
    This week in Sandford             | https://public.govdelivery.com/accounts/SANDFORDDEMO | kofi  | ada     | Five things, on Thursday | 21,000 readers |
    Council hour on Radio Sandford    | radio_slot: Last Friday of the month, 8 am         | nadia   | patrick | Ring in and ask | People in cars and kitchens |
    Sandford & District Times column  | press_column: Every second Thursday, page 6        | nadia   | ada     | One decision explained | People who read the paper |
    Press line                        | 01632 960331                                       | nadia   | ada     | A name and an answer before deadline | Journalists |
    Press mailbox                     | press@sandford.example                             | nadia   | ada     | A name and an answer before deadline | Journalists |
    Notices of elections              | notice_board: Town Hall portico and 41 polling places | ada  | kofi    | What the law wants said, where people vote | Voters |
    The Corridor                      | https://intranet.sandford.example/                 | kofi    | elliot  | What colleagues need today | Staff | staff only
    Friday round-up                   | newsletter: Fridays, to all staff                  | ada     | kofi    | Three things and a thank-you | Staff | staff only
    Sandford Council on Google+       | https://plus.google.com/+SandfordDemoCouncil       | -       | -       | Nobody remembers | Nobody | closed platform-gone > Sandford Council on Facebook
    Sandford in six seconds           | https://vine.co/SandfordDemo                       | -       | -       | Very short films | School-leavers | closed platform-gone > Sandford Council on Instagram
    Sandford Council on Flickr        | https://www.flickr.com/photos/sandford-demo-council | elliot | -       | Pictures for the press | Journalists | closed no-owner > Press mailbox
    Apprentice blog                   | blog: https://apprentices.sandford.example/        | -       | -       | A week in the life | School-leavers | overdue
`,
  resilience: `
    Flood warning texts               | sms:07700900340                                    | rhys    | vikram  | Your street, tonight, do this | Eleven areas by the river | emergency 1
    Flood line                        | 01632 960341                                       | rhys    | vikram  | Is it coming, and when? | Eleven areas by the river | emergency 2
    River wardens’ telephone list     | letter: On yellow card, in 26 kitchens              | rhys    | judith  | Knock at every door within the hour | 26 wardens | staff only
    Scam alert                        | newsletter: When there is one                      | grace   | judith  | What it looks like and what to do | 3,900 readers and their parents |
    Sandford Trading Standards        | https://www.facebook.com/sandford.demo.standards   | grace   | -       | Warn, and be asked | Older residents’ families | overdue
    Market traders’ board             | notice_board: Market hall, by the tap              | judith  | grace   | Pitches, rules and who to ring | 70 traders |
    Emergency minutes on Radio Sandford | radio_slot: By arrangement, within ten minutes   | rhys    | ada     | Speak when the power is out | Anybody with a battery radio | emergency 3
`,
} as const;
