import { listOf, rowsOf } from './demo-rows.ts';

/** Fourteen services in three directorates, and what the partners keep of their own. The numbers are Ofcom's for drama. */
export const demoUnits = rowsOf(
  ['key', 'name', 'parent', 'phone', 'description', 'aliases'],
  `
  communities      | Communities                   |             |              | Libraries, museums, care and health: the services people meet in person.
  place            | Place                         |             |              | Homes, streets, bins, parks and what gets built.
  customers        | Customers and resources       |             |              | The front desk, the phones, the money and the words.

  libraries        | Libraries                     | communities | 01632 960110 | Four libraries, a van with eleven stops, and home visits. | Library service, Sandford Libraries
  museums          | Museums and arts              | communities | 01632 960120 | The Lock Museum, the town archive and the summer of small stages. | Culture, Arts service
  adult-care       | Adult social care             | communities | 01632 960130 | Help to live at home, and a place to go when home is not enough. | Adults, ASC
  children         | Children and families         | communities | 01632 960140 | Family hubs, fostering, schools admissions and the youth council. | Children's services
  public-health    | Public health                 | communities | 01632 960150 | Stopping smoking, getting vaccinated, and air worth breathing. | Health and wellbeing

  waste            | Waste and recycling           | place       | 01632 960210 | Four bins, two depots, one tip and a shop in it. | Bins, Refuse, Cleansing
  housing          | Housing                       | place       | 01632 960220 | 3,100 council homes, their repairs, and help before somebody loses theirs. | Housing services, Homes
  parks            | Parks and open spaces         | place       | 01632 960230 | Nine parks, 38 play areas, allotments and the meadows by the river. | Green spaces
  streets          | Streets and transport         | place       | 01632 960240 | Roads, pavements, lamps, crossings and the buses we pay for. | Highways
  planning         | Planning and building control | place       | 01632 960250 | What may be built, and whether it stands up. | Development management

  customer-service | Customer services             | customers   | 01632 960310 | The front desk, the phones and the chat: one door for everything. | Contact centre, One stop shop
  council-tax      | Council tax and benefits      | customers   | 01632 960320 | Bills, discounts, and help for those who cannot pay them. | Revenues, Revs and bens
  communications   | Communications                | customers   | 01632 960330 | Says it plainly, and helps everybody else to. | Comms, Press office
  resilience       | Community safety              | customers   | 01632 960340 | Floods, scams and trading standards: ready for bad days. | Emergency planning, Trading standards

  partners         | Partner organisations         |             |              | Channels that our partners keep and share in this register.
  riverside-trust  | Riverside Health Trust        | partners    | 01632 960510 | The hospital by the river and eleven clinics.
  westmere-police  | Westmere Police               | partners    | 01632 960520 | The neighbourhood teams of Sandford and the villages.
  westmere-fire    | Westmere Fire and Rescue      | partners    | 01632 960530 | Two stations, and visits to anybody's kitchen who asks.
  sandford-college | Sandford College              | partners    | 01632 960540 | Courses from bricklaying to British Sign Language.
  voluntary-action | Sandford Voluntary Action     | partners    | 01632 960550 | Finds volunteers for 140 groups, and groups for volunteers.
`,
).map((unit) => ({ ...unit, aliases: listOf(unit.aliases) }));

/** A partner without a mail domain invites its people one by one. */
export const demoOrganisations = rowsOf(
  ['key', 'name', 'description', 'domains'],
  `
  riverside-trust  | Riverside Health Trust    | The hospital by the river, and the clinics around it. | riverside-trust.example
  westmere-police  | Westmere Police           | Neighbourhood policing for Sandford and the villages. | westmere-police.example
  westmere-fire    | Westmere Fire and Rescue  | Two fire stations and a safety team.                  | westmere-fire.example
  sandford-college | Sandford College          | Further education for 6,000 people of all ages.       | sandford-college.example
  voluntary-action | Sandford Voluntary Action | The roof over 140 voluntary groups.                   |
`,
).map((organisation) => ({ ...organisation, domains: listOf(organisation.domains) }));
