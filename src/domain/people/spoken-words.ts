/**
 * The first words of spoken codes. Easy to say and to hear down a bad line: no two in a list within two letters of each other,
 * none that is spelt in two ways when heard, and none that says anything of whoever is given it.
 */
export const FIRST_WORDS = [
  ...['buttercup', 'sapphire', 'royal', 'saffron', 'cinnamon', 'peppermint', 'moonlit', 'cosmic'],
  ...['amber', 'azure', 'copper', 'crimson', 'emerald', 'indigo', 'lilac', 'magenta', 'orange', 'purple'],
  ...['scarlet', 'silver', 'velvet', 'yellow', 'autumn', 'winter', 'midnight', 'morning', 'sunday'],
  ...['january', 'april', 'october', 'northern', 'western', 'island', 'garden', 'harbour'],
  ...['castle', 'village', 'forest', 'mountain', 'meadow', 'atlantic', 'crystal', 'diamond'],
  ...['pebble', 'bamboo', 'cotton', 'ribbon', 'tartan', 'paper', 'wooden'],
  ...['almond', 'vanilla', 'lemon', 'mango', 'apricot', 'juniper', 'clover', 'heather', 'bracken', 'maple'],
  ...['cedar', 'poplar', 'magic', 'musical', 'seven', 'thousand', 'double', 'electric', 'famous'],
] as const;

/** The second words: things and animals that everybody knows, chosen in the same way. */
export const SECOND_WORDS = [
  ...['marmalade', 'jigsaw', 'telescope', 'lemonade', 'waterfall', 'snowman', 'butterfly', 'newspaper'],
  ...['kettle', 'teapot', 'saucer', 'biscuit', 'pancake', 'bakery', 'picnic', 'basket'],
  ...['cushion', 'curtain', 'cupboard', 'lantern', 'candle', 'mirror', 'window', 'chimney', 'doorbell'],
  ...['umbrella', 'raincoat', 'jumper', 'slipper', 'pocket', 'button', 'bicycle', 'tractor', 'trolley'],
  ...['railway', 'anchor', 'compass', 'lighthouse', 'windmill', 'library', 'museum', 'theatre', 'cinema'],
  ...['orchard', 'bridge', 'puzzle', 'domino', 'marathon', 'football', 'cricket', 'guitar'],
  ...['piano', 'trumpet', 'orchestra', 'rainbow', 'thunder', 'comet', 'planet', 'robin', 'sparrow', 'pigeon'],
  ...['penguin', 'flamingo', 'badger', 'hedgehog', 'squirrel', 'otter', 'dolphin', 'octopus', 'elephant'],
  ...['giraffe', 'kangaroo', 'tortoise', 'spaniel', 'dragon', 'tulip', 'daffodil', 'thistle', 'acorn', 'pyramid'],
] as const;
