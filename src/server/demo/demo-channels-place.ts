/** Each line: name | where it is | owner | deputy | objective | audience | state. See `demo-channels.ts`. */
export const placeChannels = {
  waste: `
    Sandford Bins on Facebook         | https://www.facebook.com/sandford.demo.bins        | deryn   | carol   | Say which bin, which day, and sorry | Everyone with a bin |
    Sandford Bins on X                | https://x.com/sandf_demo_bins                      | deryn   | carol   | Missed rounds on the day | Commuters | overdue
    Stickers on bins                  | leaflet: On the bin itself, two colours            | deryn   | jamal   | Thank people who sort well | The street |
    Collection calendar               | leaflet: Once a year, 48,000, each door            | carol   | deryn   | Which bin on which day | Every household | in en pl
    Bin day texts                     | sms:07700900210                                    | deryn   | priya   | The right bin, the evening before | 11,000 households |
    Bin day app                       | https://play.google.com/store/apps/details?id=example.sandford.bins | deryn | - | The right bin, without a text | Nobody was sure | closed merged > Bin day texts
    Tip queue page                    | web_page: https://tip.sandford.example/queue       | priya   | jamal   | One photograph of the queue every five minutes | People with a full boot |
    Missed bin form                   | web_page: https://sandford.example/missed-bin      | priya   | deryn   | Report by noon, collected tomorrow | Everyone with a bin |
    Recycling stall at the market     | event_stall: Saturday market, May to September     | carol   | deryn   | Caddies, bags and an honest answer | Shoppers |
    Reuse shop on Instagram           | https://www.instagram.com/sandford.demo.reuse      | carol   | -       | Show today’s chair | People who furnish for little |
    Depot board                       | notice_board: Canteen, Wharf Road depot            | jamal   | priya   | Rounds, rotas and thank-yous from residents | Crews | staff only
    Sandford Bins on Nextdoor         | https://nextdoor.co.uk/agency/sandford-demo-bins   | carol   | deryn   | Reach streets whose day changes | Four estates | paused
`,
  housing: `
    Repairs text messages             | sms:07700900220                                    | yusuf   | owen    | Have somebody at home when we come | 3,100 homes |
    Repairs line                      | 01632 960221                                       | yusuf   | owen    | Report it once, hear when | Tenants | emergency 5
    Keep your home line               | 01632 960222                                       | hannah  | maureen | Ring before they change the locks | Anybody who may lose their home |
    Block notice board, Larch House   | notice_board: Larch House, by the lifts            | owen    | maureen | Works, meetings, who to ring | 64 households |
    Block notice board, Rowan Court   | notice_board: Rowan Court, bin store door          | owen    | -       | Works, meetings, who to ring | 40 households | overdue
    Tenants’ meeting, Canalside       | event_stall: Community room, last Monday, 6.30 pm  | maureen | owen    | Ask before deciding | Tenants of seven blocks |
    “Home” magazine                   | printed_newsletter: Twice a year, 3,100, each tenant | maureen | elliot | What we did with what you said | Tenants |
    Sandford Homes on Facebook        | https://www.facebook.com/sandford.demo.homes       | maureen | yusuf   | News of works, and answers | Tenants and leaseholders |
    Canalside neighbours              | https://www.facebook.com/groups/sandford.demo.canalside | maureen | -  | Help each other | Canalside | no-access
    Rent letter                       | letter: Each April, to every tenant                | yusuf   | maureen | What it will cost, and who helps | Tenants | overdue
`,
  parks: `
    Mill Meadows gate signs           | notice_board: Three gates, April to July           | ben     | isla    | Leads on while the larks nest | People with dogs |
    Bench texts                       | sms:07700900230                                    | isla    | ben     | Tell us what is broken, from the bench | Whoever sits down |
    Allotment postcard                | letter: Each January, to 420 people waiting        | marek   | isla    | Your number in the queue | The waiting list |
    Sandford Parks on Facebook        | https://www.facebook.com/sandford.demo.parks       | isla    | ben     | What flowers, what is shut | Park people |
    Ranger’s diary                    | blog: https://meadows.sandford.example/diary       | ben     | -       | What happened by the river this week | 300 faithful readers |
    Friends of Mill Meadows letter    | newsletter: When there is something to do          | ben     | isla    | Find ten pairs of hands | Volunteers |
    Victoria Park board               | notice_board: Main gate, Victoria Park             | tess    | isla    | Events and the mowing plan | Visitors |
    Canalside play area board         | notice_board: By the swings                        | tess    | -       | Who to ring when something is broken | Parents | overdue
    Allotments group                  | https://www.facebook.com/groups/sandford.demo.allotments | marek | tess | Swap seeds, share plots | Plot holders and those waiting |
    Skylark camera                    | https://www.pscp.tv/sandford_demo                  | ben     | -       | Watch a nest | Schools | closed platform-gone > Ranger’s diary
`,
  streets: `
    Roadworks boards                  | notice_board: At each site, with a magnet for the day | nnamdi | alastair | Say when we will be gone | Drivers, and the people next door |
    Sandford Streets on X             | https://x.com/sandf_demo_road                      | nnamdi  | leila   | What is shut, and until when | Drivers and the radio | emergency 3
    Sandford Buses on X               | https://x.com/sandf_demo_bus                       | gwen    | nnamdi  | What is late and why | Passengers |
    Bus stop panels                   | poster_run: 60 shelters, four times a year         | gwen    | elliot  | Answer what drivers are asked | Passengers |
    Bus station screen, bay 1         | digital_screen: Bus station, bay 1                 | gwen    | -       | Next buses, real time | Passengers |
    Bus station screen, bay 6         | digital_screen: Bus station, bay 6                 | gwen    | -       | Next buses, real time | Passengers | overdue
    Report it form                    | web_page: https://sandford.example/report-it       | alastair | leila  | Holes, lamps, signs: say where | Everyone |
    School streets letter             | letter: To each door, before anything changes      | leila   | gwen    | Say what is planned and who will ring the bell | 112 households at a time |
    Gritting on X                     | https://x.com/sandf_demo_snow                      | alastair | nnamdi | Which roads tonight | Night workers | paused
`,
  planning: `
    Planning notices on lamp posts    | notice_board: Yellow, at the site, 21 days         | cerys   | anjali  | Say what may be built next door | Neighbours |
    Weekly list of applications       | newsletter: Fridays, 640 readers                   | cerys   | stuart  | Everything new, by ward | Neighbours, agents, councillors |
    Planning register                 | https://planning.sandford.example/                 | cerys   | hugo    | Every application and every comment | Everyone |
    Planning desk                     | counter: Town Hall, desk 7, Tuesdays and Thursdays | anjali  | cerys   | Look at a drawing together | Neighbours and small builders |
    Building control at the merchant’s counter | counter: Builders’ merchant, Wharf Road, Wednesdays, 7 am | hugo | - | “Do I need a beam?” | Builders |
    Shop-front card                   | leaflet: Folded card, at sign-writers and on the desk | anjali | stuart | Keep this, this and this | Shopkeepers and sign-writers |
    Have your say Sandford            | https://haveyoursay.sandford.example/              | stuart  | leila   | Four questions, and what we did with them | Everyone |
    Sandford Planning on X            | https://x.com/sandf_demo_plan                      | stuart  | -       | Consultations | Agents | no-access, overdue
    Old Sandford on Flickr            | https://www.flickr.com/photos/sandford-demo-conservation | anjali | - | Before and after | People who love old things | closing
`,
} as const;
