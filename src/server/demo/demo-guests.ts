/** People who come without an account: somebody rang or stood at the counter, and a host wrote them down. */
export const WITHOUT_ADDRESS = [
  'Mrs Gaunt from the almshouses',
  'Terry, number 12 bus',
  'Aileen Westrope',
  'Father Dominic',
  'Kasia from the bakery',
  'Ron, allotment 14',
  'Mr and Mrs Achebe-Lyle',
  'The lady with the spaniel',
  'Jo from the laundrette',
  'Pat Hollowbread',
] as const;

/** What some guests need, for hosts only. */
export const ACCESS_NEEDS = [
  'A chair with arms, please',
  'I lip-read: a seat with the light on your faces would help',
  'I come in a wheelchair, 68 cm wide',
  'I may step out now and then, it is not you',
] as const;

export const DIETARY_NEEDS = ['Vegan', 'No nuts at all', 'Gluten-free cake would be a joy', 'Halal'] as const;
