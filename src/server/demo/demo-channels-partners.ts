/** Each line: name | where it is | owner | deputy | objective | audience | state. See `demo-channels.ts`. */
export const partnersChannels = {
  'riverside-trust': `
    Main corridor boards, Riverside Hospital | notice_board: Lift, coffee trolley and the bend | parveen | colm  | Three things each, in large print | Patients and visitors |
    Riverside hospital radio          | radio_slot: Mondays, 6 pm, on the bedside sets     | colm    | parveen | One question, answered from bed to bed | Patients and their visitors |
    Riverside Health Trust on Facebook | https://www.facebook.com/sandford.demo.riverside  | parveen | beata   | Waiting times, thanks and worries | Patients and families |
    Riverside Health Trust on X       | https://x.com/riverside_demo                       | parveen | -       | News of the hospital | Press and staff elsewhere | overdue
    Birth line messages               | sms:07700900510                                    | beata   | parveen | Answer what worries at night | Expecting families | partners only
    Hospital switchboard              | 01632 960510                                       | parveen | colm    | Find the right ward | Everyone |
`,
  'westmere-police': `
    Sandford Police on Facebook       | https://www.facebook.com/sandford.demo.police      | shona   | neil    | Say what happened, and what did not | Residents |
    Police surgery at the Copper Kettle | event_stall: Window table, Mondays, 10 am to noon | harpreet | shona | Bikes marked, and “while I’m here …” | Anybody |
    Villages police board             | notice_board: Upper Wick village hall              | harpreet | -      | Who your officers are | Three villages | overdue
    Neighbourhood alert               | newsletter: By street, when needed                 | shona   | harpreet | What to look out for | 2,800 households |
`,
  'westmere-fire': `
    Home safety visits line           | 01632 960531                                       | danuta  | curtis  | A visit within the week | Anybody, older people first |
    Sandford Fire Station on Facebook | https://www.facebook.com/sandford.demo.firestation | curtis  | danuta  | What the crew did today | Neighbours of the station |
    Sandford Fire Station on Instagram | https://www.instagram.com/sandford.demo.fire      | curtis  | -       | Find on-call firefighters | People who live within five minutes |
`,
  'sandford-college': `
    Sandford College on TikTok        | https://www.tiktok.com/@sandforddemocollege        | marguerite | tariq | Students show what they made | 15 to 19 |
    Prospectus                        | printed_newsletter: Each September, 14,000         | marguerite | -     | Every course on one page each | School-leavers and returners |
    Signing club board                | notice_board: College café                         | tariq   | marguerite | Who signs, where and when | Learners and deaf club | in bfi en
`,
  'voluntary-action': `
    Good neighbours telephone         | 01632 960551                                       | desmond | phoebe  | A lift, a bag of shopping, a voice | People on their own |
    Volunteer news                    | newsletter: First Monday of the month              | phoebe  | desmond | Find the thing you would like to do | 1,900 volunteers |
    Voluntary Action on Facebook      | https://www.facebook.com/sandford.demo.volunteers  | phoebe  | desmond | Small asks, quickly answered | People with an hour |
    volunteering.sandford-voluntary.example | https://volunteering.sandford-voluntary.example/ | phoebe | desmond | Search by hour, place and what you like | Volunteers |
    Charity fair                      | event_stall: Town Hall, each October               | desmond | phoebe  | 60 groups in one room | Everyone | overdue
`,
} as const;
