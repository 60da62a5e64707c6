import { platform } from './platform-rules.ts';

/** Ways to reach people that have no link. */
export const offlinePlatforms = [
  platform({ key: 'notice_board', label: 'Notice board', kind: 'place', example: 'By the door of the market hall' }),
  platform({ key: 'digital_screen', label: 'Digital screen', kind: 'place', example: 'Bus station, screen 3' }),
  platform({ key: 'counter', label: 'Counter or front desk', kind: 'place', example: 'Town hall, ground floor' }),
  platform({
    key: 'mobile_library_stop',
    label: 'Mobile library or van stop',
    kind: 'place',
    example: 'Church Lane, every second Tuesday, 10.30 am',
  }),
  platform({
    key: 'event_stall',
    label: 'Stall at events',
    kind: 'place',
    example: 'Saturday market, May to September',
  }),
  platform({ key: 'letter', label: 'Letter', kind: 'print', example: 'Yearly letter to every tenant' }),
  platform({ key: 'leaflet', label: 'Leaflet', kind: 'print', example: 'Collection days, 4,000 copies, each door' }),
  platform({ key: 'poster_run', label: 'Poster run', kind: 'print', example: '60 bus shelters, twice a year' }),
  platform({
    key: 'printed_newsletter',
    label: 'Printed newsletter or magazine',
    kind: 'print',
    example: 'Your Town, four times a year, each door',
  }),
  platform({
    key: 'council_tax_insert',
    label: 'Insert with the council tax bill',
    kind: 'print',
    example: 'March, each home',
  }),
  platform({
    key: 'press_column',
    label: 'Column in the local press',
    kind: 'print',
    example: 'Every second Thursday',
  }),
  platform({ key: 'radio_slot', label: 'Radio slot', kind: 'audio', example: 'Hospital radio, Mondays, 6 pm' }),
];
