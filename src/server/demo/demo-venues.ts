import type { VenueFields } from '#domain/meetups/venue-rules.ts';

/** Cafés, all of them invented, each with what people ask before they set out. */
export const demoVenues = {
  kettle: {
    name: 'The Copper Kettle',
    address: '14 Mill Street, Sandford SF1 2AB',
    phone: '01632 960410',
    findUs: 'The long table at the back, below the clock. Look for the blue teapot with a flag in it.',
    stepFree: 'yes',
    toilet: 'yes',
    hearingLoop: 'no',
    parking: 'no',
    accessNotes:
      'The back is quieter than the front, and we have it to ourselves until noon. Assistance dogs are welcome, and so are all others. Buses 4 and 12 stop outside. The toilet door is heavy; ask at the bar for a hand.',
  },
  library: {
    name: 'Central Library café',
    address: 'Market Square, Sandford SF1 1AA',
    phone: '01632 960110',
    findUs: 'Ground floor, past the returns. We push four tables together beside the large-print shelves.',
    stepFree: 'yes',
    toilet: 'yes',
    hearingLoop: 'yes',
    parking: 'yes',
    accessNotes:
      'Two Blue Badge bays in the square. There is a quiet room next door, with the door open. The lights are bright; the corner by the window is softer. Changing Places toilet on the same floor.',
  },
  lock: {
    name: 'The Lock Keeper’s Tea Room',
    address: 'Lower Wharf, Sandford SF1 4LK',
    phone: '01632 960420',
    findUs:
      'Through the museum shop, or along the towpath from the steps. We sit upstairs if it rains, outside if not.',
    stepFree: 'no',
    toilet: 'no',
    hearingLoop: 'no',
    parking: 'unknown',
    accessNotes:
      'Two steps at the door; the ramp comes out if you ring the bell beside it. If the ramp is no use to you, tell the hosts and we sit downstairs. The nearest accessible toilet is in the museum, 60 metres.',
  },
  bandstand: {
    name: 'Bandstand Café, Mill Meadows',
    address: 'Mill Meadows, River Road, Sandford SF2 7MM',
    phone: '01632 960430',
    findUs:
      'The tables under the roof, on the river side. If there is a queue, walk past it: ours is the table with the cake.',
    stepFree: 'yes',
    toilet: 'yes',
    hearingLoop: 'unknown',
    parking: 'yes',
    accessNotes:
      'A level path from the car park, 150 metres, with two benches. Half outside, so bring something warm. Dogs on leads, because of the ducks.',
  },
  hospital: {
    name: 'Riverside Hospital, main hall café',
    address: 'Riverside Hospital, Bridge Road, Sandford SF3 1RH',
    phone: '01632 960510',
    findUs: 'Main hall, left of the lifts, behind the piano. Volunteers in yellow know where we are.',
    stepFree: 'yes',
    toilet: 'yes',
    hearingLoop: 'yes',
    parking: 'yes',
    accessNotes:
      'Parking is free for Blue Badge holders and for the first 30 minutes. Bus 12 stops at the door. It can be loud at visiting time, from 2 pm.',
  },
} as const satisfies Record<string, VenueFields>;

export type DemoVenue = keyof typeof demoVenues;
