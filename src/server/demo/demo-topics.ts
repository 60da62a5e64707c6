import { rowsOf } from './demo-rows.ts';

/** What waits on the list of the café: who offered it how many days ago, and how many votes it has. `key` is a person, or empty for `name`, who rang. */
export const demoTopics = rowsOf(
  ['key', 'name', 'daysAgo', 'votes', 'kind', 'title', 'question'],
  `
  deryn    |         | 250 | 4 | it-did-not   | The sticker nobody could read        | We put the collection day on the bin itself. Why did calls go up?
  minh     |         | 130 | 7 | try-together | Promise less, and keep it            | Could every channel say one true answer time by spring?
  nadia    |         | 70  | 2 | it-worked    | Answering the angriest comment first | Does it help to write at midnight, and to sign with a name?
  kofi     |         | 40  | 1 | help-me      | Forty accounts that nobody owns      | Which would you close first, and whom would you ask?
  tariq    |         | 21  | 5 | it-worked    | Signing the Friday message           | Could your notice be two minutes of British Sign Language?
           | Mr Holt | 12  | 3 | help-me      | Letters in a size I can read         | Why must I ring to ask for large print every time?
  rosa     |         | 5   | 0 | help-me      | Which bin on which bank holiday?     | Where should I have looked?
`,
);
