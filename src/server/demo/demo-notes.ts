/** What was said at a café, by its turn and the number of the topic: tried, learned, who will try what. */
export const demoNotes: readonly (readonly [
  turn: number,
  topic: number,
  words: readonly [tried: string, learned: string, next: string],
])[] = [
  [
    -6,
    1,
    [
      'A fortnight of counting dogs off the lead, then a sign that says why the birds need quiet and asks.',
      'A “No” is read as a dare. A reason with a date on it is read twice.',
      'Parks: the other two gates. The college wants to film people reading it.',
    ],
  ],
  [
    -6,
    2,
    [
      'One line on the sign: “We will be gone on Friday evening”, and a pen to change it.',
      'People forgive a late Friday. They do not forgive no Friday.',
      'Buses would like the same line at the stop.',
    ],
  ],
  [
    -4,
    2,
    [
      'The phone makes the subtitles, one of us corrects the names.',
      'Ten minutes for a minute of film. Street names are what it gets wrong, every time.',
      'Tourist office: all films from now on. Somebody asked for Polish; nobody knows yet.',
    ],
  ],
  [
    -3,
    1,
    [
      'Biscuits, a list on the wall, and eleven owners who each closed their own account.',
      'Nobody missed nine of them. Two had readers who had never told us.',
      'Keep a note on each page for a year that says where to go. Libraries will look after two of the readers by post.',
    ],
  ],
  [
    -2,
    1,
    [
      'Answering where the rumour ran, in the first hour, by the sergeant people see at the gate.',
      'It is the face that is believed, not the crest. By teatime the school was telling it for us.',
      'A list of faces for each school, kept by the schools. Two head teachers will try it.',
    ],
  ],
  [
    -2,
    2,
    [
      'A fake and a real letter side by side on the café table, no words.',
      'Half of us picked the fake. The fake was easier to read.',
      'Council tax rewrites the real one. Trading standards bring the next fake to the library.',
    ],
  ],
  [
    -1,
    1,
    [
      'An adviser at a table with a jigsaw, between the shelves, every other Tuesday.',
      'People stay for the jigsaw and begin to talk at about the sky.',
      'The food bank would like a jigsaw.',
    ],
  ],
  [
    -1,
    2,
    ['Twenty wooden coins, and you have to take three away.', 'Everybody takes from the thing they do not use.', ''],
  ],
];

/** The last café nobody has closed yet: its hosts see that it wants closing. */
export const UNCLOSED_TURN = -1;
