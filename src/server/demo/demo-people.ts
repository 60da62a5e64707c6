import { rowsOf } from './demo-rows.ts';

const COLUMNS = ['unit', 'key', 'shows', 'name', 'job', 'askMeAbout'] as const;

/** Those who work at the council: four in each unit. `key` is the first part of their address. */
export const demoStaff = rowsOf(
  COLUMNS,
  `
  libraries        | lena     | yes | Lena Hartwell        | Community librarian, Central Library  | reading groups, author evenings, newsletters people open
  libraries        | tomasz   | yes | Tomasz Wrenfield     | Mobile librarian                      | village stops, large print, notice boards that change
  libraries        | bronagh  | yes | Bronagh Castlemay    | Children's librarian                  | story time, the summer reading challenge, talking to schools
  libraries        | idris    | yes | Idris Pellow-Vance   | Libraries manager                     | opening hours, volunteers, saying no to a leaflet rack

  museums          | odette   | yes | Odette Farraline     | Museum learning officer               | subtitles, school visits, filming without a film crew
  museums          | callum   | yes | Callum Brackenridge  | Archivist                             | old photographs and who is in them
  museums          | saoirse  | yes | Saoirse Lindenbrook  | Arts and events producer              | small stages, posters, risk forms
  museums          | winston  | yes | Winston Ambleforth   | Front of house, Lock Museum           |

  adult-care       | miriam   | yes | Miriam Ostrava-Cole  | Social worker, hospital team          | easy read, letters after an assessment
  adult-care       | dilip    | yes | Dilip Harrowdene     | Carers' lead                          | carers' groups, respite, benefits forms done together
  adult-care       | joan     |     | Joan Pettiworth      | Day centre manager                    | what people over eighty really use
  adult-care       | kwame    |     | Kwame Asante-Lorne   | Occupational therapist                |

  children         | freya    | yes | Freya Ravenhill-Moss | Youth voice worker                    | the youth council, take-overs, what not to post
  children         | patrick  | yes | Patrick Dunmallow    | Fostering recruitment officer         | information evenings, radio, stories with permission
  children         | zainab   |     | Zainab Qureshi-Holt  | Family hub co-ordinator               | hubs, playgroups, WhatsApp and its limits
  children         | lewis    | yes | Lewis Thackerley     | School admissions officer             | deadlines and how to say them

  public-health    | amara    | yes | Amara Ekwueme-Stoke  | Public health practitioner            | vaccination, going where people are, rumours
  public-health    | ines     | yes | Inês Carvalhal       | Stop smoking adviser                  | texts that help people stop
  public-health    | rowan    | yes | Rowan Applegarth     | Active lives officer                  | walking groups, walking meetings
  public-health    | stephen  |     | Stephen Oxenlode     | Air quality officer                   |

  waste            | deryn    | yes | Deryn Ashplant       | Waste and recycling officer           | missed bins, stickers, collection days
  waste            | carol    | yes | Carol Quillfeather   | Recycling campaigns officer           | food waste, schools, leaflets
  waste            | jamal    | yes | Jamal Eddowes-Finch  | Depot supervisor                      | crews, routes, what drivers see first
  waste            | priya    | yes | Priya Lockhurst      | Waste service manager                 |

  housing          | maureen  | yes | Maureen Tidewell     | Tenant involvement officer            | tenants' meetings, block notice boards, asking before deciding
  housing          | yusuf    | yes | Yusuf Brackley-Noor  | Repairs manager                       | repair texts, missed appointments
  housing          | hannah   |     | Hannah Stonebow-Reid | Homelessness prevention officer       | talking to somebody on their worst day
  housing          | owen     |     | Owen Pryce-Farrow    | Estate services officer               |

  parks            | ben      | yes | Ben Larkwater        | Ranger, Mill Meadows                  | signs that ask, volunteers, wild flowers and complaints
  parks            | isla     | yes | Isla Greenhalgh-Roe  | Parks manager                         | dogs, benches, events in parks
  parks            | marek    | yes | Marek Jedlinson      | Allotments officer                    | waiting lists
  parks            | tess     | yes | Tess Halvergate      | Play areas officer                    |

  streets          | nnamdi   | yes | Nnamdi Okafor-Wells  | Roadworks co-ordinator                | saying when, temporary signs, buses during works
  streets          | gwen     | yes | Gwen Tarrowby        | Bus information officer               | bus stop posters, real-time screens
  streets          | alastair | yes | Alastair Fenwick-Lyle| Highways inspector                    | potholes
  streets          | leila    | yes | Leila Haddad-Thorne  | Walking and cycling officer           | school streets, consultations

  planning         | cerys    | yes | Cerys Blackthorne    | Planning officer                      | notices on lamp posts, plain planning
  planning         | hugo     | yes | Hugo Merriweather-Poe| Building control surveyor             |
  planning         | anjali   | yes | Anjali Desmond-Vale  | Conservation officer                  | old shop fronts, listed buildings
  planning         | stuart   | yes | Stuart Cobblestead   | Local plan lead                       | consultations that people finish

  customer-service | sunita   | yes | Sunita Rao-Whitby    | Customer services manager             | complaints, phone menus, plain letters
  customer-service | gareth   | yes | Gareth Millbrook-Hay | Contact centre adviser                | the first minute of a call, call-backs
  customer-service | folake   | yes | Folake Adeyard       | Front desk supervisor                 | counters, queues, interpreters
  customer-service | minh     | yes | Minh Oakhollow       | Webchat lead                          | chat, forms that fail, promises we can keep

  council-tax      | beatrix  | yes | Beatrix Stallworthy  | Recovery officer                      | reminders, one side of paper
  council-tax      | emeka    |     | Emeka Nwosu-Garth    | Benefits assessor                     | housing benefit, forms with a friend
  council-tax      | linda    |     | Linda Copperwhite    | Revenues manager                      |
  council-tax      | ravi     | yes | Ravi Senanayake-Dunn | Hardship fund officer                 | money advice, energy bills

  communications   | kofi     | yes | Kofi Adomako-Lane    | Digital channels manager              | the register of channels, hand-overs, closing things well
  communications   | ada      | yes | Ada Thornbury-Nkemdi | Head of communications                | meetups, plain words, this site
  communications   | nadia    | yes | Nadia Wexcombe       | Press and social media officer        | comments, trolls, out of hours
  communications   | elliot   | yes | Elliot Marchbanks    | Designer                              | posters, large print, templates

  resilience       | rhys     | yes | Rhys Coldwater       | Emergency planning officer            | floods, text alerts, who may speak at 3 am
  resilience       | grace    | yes | Grace Umeh-Barlow    | Trading standards officer             | scams, doorstep sellers
  resilience       | vikram   |     | Vikram Sallowfield   | Community safety manager              |
  resilience       | judith   |     | Judith Arkenstow     | Licensing officer                     |
`,
);

/** Those who come from partner organisations; `unit` is the partner's. */
export const demoPartners = rowsOf(
  COLUMNS,
  `
  riverside-trust  | parveen  | yes | Parveen Sadiq-Marsh  | Patient experience lead               | corridors, waiting rooms, hospital radio
  riverside-trust  | colm     | yes | Colm Derrywood       | Volunteers' manager                   | hospital radio, ward visits
  riverside-trust  | beata    |     | Beata Zielmore       | Digital midwife                       | birth choices, questions at night
  westmere-police  | shona    | yes | Shona Mackelvie      | Neighbourhood sergeant                | rumours, surgeries in cafés, community notice boards
  westmere-police  | harpreet |     | Harpreet Dalebrook   | Police community support officer      | schools, bike marking
  westmere-police  | neil     |     | Neil Ashenhurst      | Corporate communications, police      |
  westmere-fire    | danuta   | yes | Danuta Firbeck       | Home safety visitor                   | kitchens, smoke alarms, the doorstep
  westmere-fire    | curtis   |     | Curtis Bellamoor     | Station manager                       |
  sandford-college | marguerite | yes | Marguerite Solway  | Media tutor                           | student briefs, filming, apprenticeships
  sandford-college | tariq    | yes | Tariq Wolverdale     | BSL tutor                             | British Sign Language, deaf clubs
  voluntary-action | phoebe   | yes | Phoebe Rushmere      | Volunteer centre manager              | volunteers, thank-yous, small grants
  voluntary-action | desmond  | yes | Desmond Larchway     | Good neighbours co-ordinator          | lifts, shopping, somebody to ring
`,
);

/** Those who live here. Partners and staff know them by name only if they say so. */
export const demoResidents = rowsOf(
  COLUMNS,
  `
  | rosa      |     | Rosa Aldergate       |
  | edwin     | yes | Edwin Marlpit        |
  | mei       |     | Mei Tanfield         |
  | bartek    |     | Bartek Olszowy       |
  | gwendolyn | yes | Gwendolyn Peasemarsh |
  | samira    |     | Samira Underhay      |
  | victor    |     | Victor Osgathorpe    |
  | lucia     |     | Lucia Fernhurst      |
  | hamza     |     | Hamza Ridgewell      |
  | doreen    | yes | Doreen Whistlecroft  |
  | jonty     |     | Jonty Cragdale       |
  | ayesha    |     | Ayesha Loxbeare      |
`,
);

/** Who holds a role besides being on the staff. */
export const demoRoles = [
  ['kofi', 'keeper'],
  ['nadia', 'moderator'],
  ['sunita', 'moderator'],
  ['ada', 'keeper'],
  ['ada', 'admin'],
] as const;
